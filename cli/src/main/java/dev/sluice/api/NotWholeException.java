package dev.sluice.api;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.model.Volume;
import dev.sluice.cli.health.VolumeSurvey;
import java.util.List;

/** A genuine bundle of which no good copy of every volume was found. */
public final class NotWholeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient VolumeSurvey survey;

  NotWholeException(VolumeSurvey survey) {
    super("some of the bundle's volumes are missing or damaged");
    this.survey = survey;
  }

  public SignedBundle bundle() {
    return survey.bundle();
  }

  /** Volumes of which there is a good copy. */
  public List<Volume> good() {
    return survey.good();
  }

  /** Volumes that are on none of the media. */
  public List<Volume> missing() {
    return survey.missing();
  }

  /** Volumes of which every copy is damaged. */
  public List<Volume> damaged() {
    return survey.damaged();
  }
}
