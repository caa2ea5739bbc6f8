package dev.sluice.state.kind;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which kinds some batch can hold: the planner's walk, made over kinds instead of objects.
 *
 * <p>It finds members that nothing leads to, among them members that are children of each other.
 */
final class Reach {
  private final Collection<Kind> kinds;
  private final Set<Kind> followed = new HashSet<>();
  private final Set<Kind> included = new HashSet<>();

  Reach(Collection<Kind> kinds) {
    this.kinds = kinds;
    for (Kind kind : kinds) {
      if (kind.role() != Kind.Role.MEMBER) {
        follow(kind);
      }
    }
  }

  boolean includes(Kind kind) {
    return included.contains(kind);
  }

  private void follow(Kind kind) {
    included.add(kind);
    if (!followed.add(kind)) {
      return;
    }
    for (Kind other : kinds) {
      if (ties(kind, Tie.MEMBER, other)) {
        included.add(other);
      }
      if (ties(kind, Tie.CLOSURE, other) || ties(other, Tie.CHILD, kind)) {
        follow(other);
      }
    }
  }

  private static boolean ties(Kind from, Tie tie, Kind to) {
    return from.fields().values().stream()
        .filter(rule -> rule.tie().equals(Optional.of(tie)))
        .anyMatch(rule -> rule.target().map(to.name()::equals).orElse(true));
  }
}
