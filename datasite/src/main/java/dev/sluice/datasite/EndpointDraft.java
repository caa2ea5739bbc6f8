package dev.sluice.datasite;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint to add, or what to change of one. What is left out stays as it is.
 *
 * @param path lower-case words joined by dots
 * @param description for researchers
 * @param mock file with the function that everybody may see
 * @param function file with the private function
 * @param settings JSON file with one object
 * @param sharedSettings keys of the settings that may travel; when empty, those that travelled
 *     before. All others stay on this side
 * @param secretsReviewed why what looks like a secret is none; kept in the audit log
 */
public record EndpointDraft(
    String path,
    Optional<String> description,
    Optional<Path> mock,
    Optional<Path> function,
    Optional<Path> settings,
    Set<String> sharedSettings,
    Optional<String> secretsReviewed) {
  public EndpointDraft {
    sharedSettings = Set.copyOf(sharedSettings);
  }
}
