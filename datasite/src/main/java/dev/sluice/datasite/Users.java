package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.util.Comparator;
import java.util.List;

/** The researchers that a side knows. They are known by their e-mail, in lower case. */
public final class Users {
  static final String KIND = "user";

  private final Datasite site;

  public Users(Datasite site) {
    this.site = site;
  }

  /**
   * Adds a researcher, on the low side; to the high side they come with their requests.
   *
   * @param institution may be empty
   */
  public User add(String email, String name, String institution)
      throws DatasiteException, StoreException {
    site.requireSide(
        Side.LOW, "researchers are added on the low side and come here with their requests");
    String owner = Texts.email(email);
    ObjectId id = site.named(KIND, owner);
    StateObject user =
        StateObject.create(id, KIND, owner)
            .with("name", Texts.filled("name", name))
            .with("institution", institution.strip());
    return site.write(
        site.event("user-added").about(id),
        change -> {
          if (change.has(id)) {
            throw new DatasiteException(Reason.ALREADY_THERE, "there already is a user " + owner);
          }
          change.put(user);
          return User.of(user);
        });
  }

  /** All, by e-mail. */
  public List<User> list() throws StoreException {
    return site.store()
        .read(
            view ->
                view.objects(ObjectFilter.LIVE.ofKind(KIND))
                    .map(User::of)
                    .sorted(Comparator.comparing(User::email))
                    .toList());
  }

  /**
   * The researcher with that e-mail.
   *
   * @throws DatasiteException {@code NOT_FOUND}
   */
  public User require(String email) throws DatasiteException, StoreException {
    ObjectId id = site.named(KIND, Texts.email(email));
    return site.store()
        .read(view -> view.find(id).filter(object -> !object.isRemoved()).map(User::of))
        .orElseThrow(() -> unknown(email));
  }

  static DatasiteException unknown(String email) {
    return new DatasiteException(Reason.NOT_FOUND, "there is no user " + Texts.email(email));
  }
}
