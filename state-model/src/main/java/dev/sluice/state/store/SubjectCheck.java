package dev.sluice.state.store;

import java.util.function.Consumer;

/** What a {@link StoreCheck} does about one subject. */
interface SubjectCheck {
  /** Tells {@code faults} of everything that is wrong. */
  void run(Consumer<StoreFault> faults);
}
