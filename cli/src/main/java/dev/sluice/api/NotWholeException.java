package dev.sluice.api;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.Volume;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A genuine bundle of which no good copy of every volume was found. */
public final class NotWholeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SignedBundle bundle;
  private final transient List<Volume> good;
  private final transient List<Volume> missing;
  private final transient List<Volume> damaged;

  /**
   * @param bad volumes of which there is a damaged copy; there may be a good one too
   */
  NotWholeException(SignedBundle bundle, Set<Volume> good, Set<Volume> bad) {
    super("some of the bundle's volumes are missing or damaged");
    this.bundle = bundle;
    this.good = List.copyOf(good);
    this.missing = volumes(volume -> !good.contains(volume) && !bad.contains(volume));
    this.damaged = volumes(volume -> !good.contains(volume) && bad.contains(volume));
  }

  private List<Volume> volumes(Predicate<Volume> wanted) {
    return bundle.manifest().volumes().stream().filter(wanted).toList();
  }

  public SignedBundle bundle() {
    return bundle;
  }

  /** Volumes of which there is a good copy. */
  public List<Volume> good() {
    return good;
  }

  /** Volumes that are on none of the media. */
  public List<Volume> missing() {
    return missing;
  }

  /** Volumes of which every copy is damaged. */
  public List<Volume> damaged() {
    return damaged;
  }
}
