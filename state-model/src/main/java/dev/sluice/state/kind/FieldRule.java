package dev.sluice.state.kind;

import java.util.Optional;

/**
 * What is declared of one field.
 *
 * @param type what values it takes
 * @param exposure how far it travels
 * @param tie for references: what the reference means for batches
 * @param target for references: the kind they point at; empty when any kind will do
 */
public record FieldRule(
    FieldType type, Exposure exposure, Optional<Tie> tie, Optional<String> target) {
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

    /** Whether values are ids of other objects. */
    public boolean isReference() {
      return this == REFERENCE || this == REFERENCES;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
