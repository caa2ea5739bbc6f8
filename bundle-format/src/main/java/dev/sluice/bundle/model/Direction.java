package dev.sluice.bundle.model;

/** Which way a bundle travels. Its word stands in the signed manifest. */
public enum Direction {
  LOW_TO_HIGH("low", "high"),
  HIGH_TO_LOW("high", "low");

  private final String sender;
  private final String recipient;

  Direction(String sender, String recipient) {
    this.sender = sender;
    this.recipient = recipient;
  }

  /** The word for the side that writes bundles of this direction. */
  public String sender() {
    return sender;
  }

  /** The word for the side that reads bundles of this direction. */
  public String recipient() {
    return recipient;
  }

  public Direction reverse() {
    return this == LOW_TO_HIGH ? HIGH_TO_LOW : LOW_TO_HIGH;
  }

  /** The direction whose sender is {@code side}. */
  public static Direction from(String side) {
    return side.equals(LOW_TO_HIGH.sender) ? LOW_TO_HIGH : HIGH_TO_LOW;
  }

  @Override
  public String toString() {
    return sender + "-to-" + recipient;
  }
}
