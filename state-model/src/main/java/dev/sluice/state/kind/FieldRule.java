package dev.sluice.state.kind;

import java.util.Optional;

/**
 * What is declared of one field.
 *
 * @param type what values it takes
 * @param exposure how far it travels
 * @param tie for references: what the reference means for batches
 */
public record FieldRule(FieldType type, Exposure exposure, Optional<Tie> tie) {
  /** Values a field may take. */
  public enum FieldType {
    TEXT("text"),
    TEXTS("texts"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    /** Any JSON object. */
    OBJECT("object"),
    /** The id of another object. */
    REFERENCE("reference"),
    /** Ids of other objects. */
    REFERENCES("references");

    private final String word;

    FieldType(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
