package dev.sluice.datasite;

import dev.sluice.canonical.Json;
import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.util.Comparator;
import java.util.List;

/** The projects of a side. A name belongs to one project. */
public final class Projects {
  static final String KIND = "project";

  private final Datasite site;

  public Projects(Datasite site) {
    this.site = site;
  }

  /** Starts a project of one member, its creator. */
  public Project create(String name, String description, String creator)
      throws DatasiteException, StoreException {
    String owner = Texts.email(creator);
    String title = Texts.filled("name", name);
    ObjectId user = site.named(Users.KIND, owner);
    ObjectId id = site.named(KIND, title);
    StateObject project =
        StateObject.create(id, KIND, owner)
            .with("name", title)
            .with("description", description.strip())
            .with("members", Json.texts(List.of(owner)))
            .with("creator", user.text());
    return site.write(
        site.event("project-created").about(id),
        change -> {
          if (!change.has(user)) {
            throw Users.unknown(owner);
          }
          if (change.has(id)) {
            throw new DatasiteException(
                Reason.ALREADY_THERE, "there already is a project \"" + title + "\"");
          }
          change.put(project);
          return Project.of(project);
        });
  }

  /** All, by name. */
  public List<Project> list() throws StoreException {
    return site.store()
        .read(
            view ->
                view.objects(ObjectFilter.LIVE.ofKind(KIND))
                    .map(Project::of)
                    .sorted(Comparator.comparing(Project::name).thenComparing(Project::id))
                    .toList());
  }

  /** The project that a person means by its name or the start of its id. */
  public Project find(String text) throws DatasiteException, StoreException {
    return site.store()
        .read(view -> Project.of(site.require(view, site.find(view, KIND, text), KIND)));
  }
}
