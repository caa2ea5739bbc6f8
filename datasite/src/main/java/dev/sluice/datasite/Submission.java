package dev.sluice.datasite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A request as a researcher hands it in.
 *
 * @param name up to 100 ASCII letters, digits and underscores, no digit first; the function to call
 * @param code one file of at most 1 MiB; its ending names the language
 * @param dataset name or id of a dataset that is known here
 * @param purpose what the result is for; the data owner decides by it
 * @param project name or id of the project it belongs to
 * @param requester e-mail of a user
 * @param tags words to find it by
 */
public record Submission(
    String name,
    Path code,
    String dataset,
    String purpose,
    Optional<String> project,
    String requester,
    List<String> tags) {
  public Submission {
    tags = List.copyOf(tags);
  }
}
