package dev.sluice.api;

/**
 * What was applied for one peer changed the plan for another. The peers before it are done; the
 * others wait for a new plan.
 */
public final class PlanOvertakenException extends Exception {
  private static final long serialVersionUID = 1L;

  PlanOvertakenException(String peer) {
    super("the plan for %s changed with the ones before".formatted(peer));
  }
}
