package dev.sluice.datasite;

import dev.sluice.state.store.ObjectFilter;
import dev.sluice.state.store.StoreException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What researchers were told. */
public final class Messages {
  private final Datasite site;

  public Messages(Datasite site) {
    this.site = site;
  }

  /**
   * Messages, newest first.
   *
   * @param to only those for this e-mail
   */
  public List<Message> list(Optional<String> to) throws StoreException {
    ObjectFilter all = ObjectFilter.LIVE.ofKind(Message.KIND);
    ObjectFilter filter = to.map(Texts::email).map(all::ownedBy).orElse(all);
    return site.store()
        .read(
            view ->
                view.objects(filter)
                    .map(Message::of)
                    .sorted(
                        Comparator.comparing(Message::sent).reversed().thenComparing(Message::id))
                    .toList());
  }
}
