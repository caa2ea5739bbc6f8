package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a draft does to an endpoint, its files being kept already.
 *
 * @param mock its mock function, if it names one
 * @param code the text of that
 * @param function its private function, if it names one
 * @param settings all of them, if it names any
 */
record EndpointEdit(
    EndpointDraft draft,
    Optional<PartRef> mock,
    Optional<String> code,
    Optional<PartRef> function,
    Optional<Json.Obj> settings) {
  /**
   * {@code before} with what the draft names.
   *
   * @throws DatasiteException {@code SECRET_FOUND} unless somebody has looked for secrets, {@code
   *     UNFIT_TEXT} for a setting that is not there
   */
  StateObject of(StateObject before) throws DatasiteException {
    StateObject edited = before;
    if (draft.description().isPresent()) {
      edited = edited.with("description", draft.description().get().strip());
    }
    if (mock.isPresent()) {
      edited = edited.withPart(Endpoint.MOCK, mock.get());
    }
    if (function.isPresent()) {
      edited = edited.withPart(Endpoint.PRIVATE, function.get());
    }
    edited = withSettings(edited, draft.sharedSettings(), settings);
    if (draft.secretsReviewed().isEmpty()) {
      refuseSecrets(edited, code);
    }
    return edited;
  }

  /** Splits all settings anew: what is on the list travels, the rest is local. */
  private static StateObject withSettings(
      StateObject before, Set<String> listed, Optional<Json.Obj> given) throws DatasiteException {
    Endpoint endpoint = Endpoint.of(before);
    var all = new TreeMap<>(endpoint.localSettings());
    all.putAll(endpoint.settings());
    given.ifPresent(
        settings -> {
          all.clear();
          all.putAll(settings.fields());
        });
    Set<String> travelling = listed.isEmpty() ? endpoint.settings().keySet() : listed;
    for (String key : listed) {
      if (!all.containsKey(key)) {
        throw new DatasiteException(Reason.UNFIT_TEXT, "there is no setting \"" + key + "\"");
      }
    }
    var shared = new TreeMap<>(all);
    shared.keySet().retainAll(travelling);
    all.keySet().removeAll(travelling);
    return before
        .with(Endpoint.SETTINGS, new Json.Obj(shared))
        .with(Endpoint.LOCAL_SETTINGS, new Json.Obj(all));
  }

  private static void refuseSecrets(StateObject endpoint, Optional<String> mock)
      throws DatasiteException {
    var found = new ArrayList<String>();
    Endpoint shown = Endpoint.of(endpoint);
    shown.settings().forEach((key, value) -> found.addAll(SecretScan.ofSetting(key, value)));
    found.addAll(SecretScan.ofText("description", shown.description()));
    mock.ifPresent(code -> found.addAll(SecretScan.ofText("mock function", code)));
    if (!found.isEmpty()) {
      throw new DatasiteException(
          Reason.SECRET_FOUND,
          "this may be a secret and would travel: " + String.join("; ", found));
    }
  }
}
