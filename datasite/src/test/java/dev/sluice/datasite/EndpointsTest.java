package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.ANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.StateObject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointsTest extends SiteTest {
  private static final String PATH = "payroll.mean";

  private EndpointDraft draft(String mock, Set<String> shared, Optional<String> reviewed)
      throws Exception {
    Path settings = high.file("settings.json", "{\"limit\": 10, \"host\": \"db.internal\"}");
    return new EndpointDraft(
        PATH,
        Optional.of("Mean salary"),
        Optional.of(high.file("mock.py", mock)),
        Optional.of(high.file("real.py", "def mean(s):\n    return private\n")),
        Optional.of(settings),
        shared,
        reviewed);
  }

  private Endpoint added() throws Exception {
    return new Endpoints(high.site)
        .add(draft("def mean(s):\n    return 1\n", shared(), none()), ANA);
  }

  private static Set<String> shared() {
    return Set.of("limit");
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  @Test
  void onlyTheMockAndTheListedSettingsReachTheLowSide() throws Exception {
    Endpoint here = added();
    high.carry(here.id(), low);

    Endpoint there = new Endpoints(low.site).show(PATH);
    assertThat(there.function()).isEmpty();
    assertThat(there.settings().keySet()).containsExactly("limit");
    assertThat(there.localSettings()).isEmpty();
    assertThat(low.text(there.mock().orElseThrow())).contains("return 1");
    assertThat(here.localSettings().keySet()).containsExactly("host");
  }

  @Test
  void newPrivateFunctionAlone_leavesNoTraceThatCouldTravel() throws Exception {
    StateObject before = high.object(added().id());
    Path other = high.file("other.py", "def mean(s):\n    return 2\n");
    new Endpoints(high.site)
        .update(
            new EndpointDraft(PATH, none(), none(), Optional.of(other), none(), Set.of(), none()));

    StateObject after = high.object(before.id());
    assertThat(after.part("private_function")).isNotEqualTo(before.part("private_function"));
    assertThat(after.vector()).isEqualTo(before.vector());
  }

  @Test
  void update_changesWhatItNamesAndKeepsTheRest() throws Exception {
    Endpoint before = added();
    Path settings = high.file("more.json", "{\"limit\": 20, \"host\": \"x\", \"port\": 1}");
    Endpoint after =
        new Endpoints(high.site)
            .update(
                new EndpointDraft(
                    PATH, none(), none(), none(), Optional.of(settings), Set.of(), none()));

    assertThat(after.settings().keySet()).containsExactly("limit");
    assertThat(after.localSettings().keySet()).containsExactly("host", "port");
    assertThat(after.mock()).isEqualTo(before.mock());
    assertThat(after.function()).isEqualTo(before.function());
    assertThat(after.description()).isEqualTo("Mean salary");
  }

  @Test
  void pathIsTakenOnce_untilItIsRemoved() throws Exception {
    added();
    assertThat(refusal(this::added)).isEqualTo(Reason.ALREADY_THERE);
    new Endpoints(high.site).remove(PATH);
    assertThat(new Endpoints(high.site).list()).isEmpty();
    assertThat(added().path()).isEqualTo(PATH);
  }

  @Test
  void secretInTheMock_isRefusedWithItsPlace_andNotItsValue() throws Exception {
    String code = "def mean(s):\n    password = 'hunter2hunter2'\n    return 1\n";
    Endpoints endpoints = new Endpoints(high.site);
    EndpointDraft draft = draft(code, shared(), none());

    assertThatThrownBy(() -> endpoints.add(draft, ANA))
        .isInstanceOfSatisfying(
            DatasiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SECRET_FOUND))
        .hasMessageContaining("mock function, line 2")
        .hasMessageNotContaining("hunter2");
    assertThat(endpoints.list()).isEmpty();
  }

  @Test
  void secretThatSomebodyLookedAt_isKept_andTheReasonIsOnRecord() throws Exception {
    String code = "password = 'not a real one'\n";
    new Endpoints(high.site).add(draft(code, shared(), Optional.of("made up")), ANA);

    assertThat(high.actions()).contains("endpoint-added");
  }

  @Test
  void endpointsAreMadeOnTheHighSideOnly() throws Exception {
    EndpointDraft draft = draft("def mean(s):\n    return 1\n", shared(), none());

    assertThat(refusal(() -> new Endpoints(low.site).add(draft, ANA))).isEqualTo(Reason.WRONG_SIDE);
    assertThat(refusal(() -> new Endpoints(low.site).update(draft))).isEqualTo(Reason.WRONG_SIDE);
  }

  @Test
  void settingOnTheListThatIsNotThere_isRefused() throws Exception {
    EndpointDraft draft = draft("x = 1\n", Set.of("limits"), none());
    assertThat(refusal(() -> new Endpoints(high.site).add(draft, ANA)))
        .isEqualTo(Reason.UNFIT_TEXT);
  }
}
