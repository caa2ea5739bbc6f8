package dev.sluice.datasite;

import static dev.sluice.datasite.TestSite.CURIE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.datasite.DatasiteException.Reason;
import org.junit.jupiter.api.Test;

class UsersTest extends SiteTest {
  @Test
  void userIsKnownByEmailInAnyCase() throws Exception {
    Users users = new Users(low.site);
    User added = users.add(" Curie@Example.ORG ", "Marie Curie", "");

    assertThat(added.email()).isEqualTo(CURIE);
    assertThat(users.require("CURIE@example.org")).isEqualTo(added);
    assertThat(users.list()).containsExactly(added);
    assertThat(low.actions()).contains("user-added");
  }

  @Test
  void secondUserWithTheSameEmail_isRefused() throws Exception {
    Users users = new Users(low.site);
    users.add(CURIE, "Marie Curie", "");

    assertThat(refusal(() -> users.add("CURIE@example.org", "Somebody", "")))
        .isEqualTo(Reason.ALREADY_THERE);
    assertThat(users.require(CURIE).name()).isEqualTo("Marie Curie");
  }

  @Test
  void whatTheOtherSideWouldRefuse_isRefusedHere() {
    Users users = new Users(low.site);

    assertThat(refusal(() -> users.add("no address", "Name", ""))).isEqualTo(Reason.UNFIT_TEXT);
    assertThat(refusal(() -> users.add("cur\u0456e@example.org", "Name", "")))
        .isEqualTo(Reason.UNFIT_TEXT);
    assertThat(refusal(() -> users.add(CURIE, "n".repeat(70_000), "")))
        .isEqualTo(Reason.UNFIT_TEXT);
    assertThat(refusal(() -> users.add(CURIE, "  ", ""))).isEqualTo(Reason.UNFIT_TEXT);
  }

  @Test
  void researchersAreNotAddedOnTheHighSide() {
    assertThat(refusal(() -> new Users(high.site).add(CURIE, "Marie Curie", "")))
        .isEqualTo(Reason.WRONG_SIDE);
  }

  @Test
  void projectIsFoundByNameAndByStartOfId() throws Exception {
    new Users(low.site).add(CURIE, "Marie Curie", "");
    Projects projects = new Projects(low.site);
    Project project = projects.create("Pay by region", "Yearly", CURIE);

    assertThat(project.members()).containsExactly(CURIE);
    assertThat(projects.find("Pay by region")).isEqualTo(project);
    assertThat(projects.find(project.id().text().substring(0, 9))).isEqualTo(project);
    assertThat(projects.list()).containsExactly(project);
    assertThat(refusal(() -> projects.find("Pay"))).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void projectNameIsTakenOnce_andNeedsAKnownCreator() throws Exception {
    Projects projects = new Projects(low.site);
    assertThat(refusal(() -> projects.create("Pay", "", CURIE))).isEqualTo(Reason.NOT_FOUND);

    new Users(low.site).add(CURIE, "Marie Curie", "");
    projects.create("Pay", "", CURIE);
    assertThat(refusal(() -> projects.create("Pay", "", CURIE))).isEqualTo(Reason.ALREADY_THERE);
  }
}
