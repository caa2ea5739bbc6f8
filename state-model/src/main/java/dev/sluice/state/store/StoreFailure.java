package dev.sluice.state.store;

/**
 * Carries a {@link StoreException} out of a reader's or writer's code, whose calls declare none.
 */
final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StoreException failure;

  StoreFailure(StoreException failure) {
    super(failure);
    this.failure = failure;
  }

  static StoreFailure damaged(String what) {
    return new StoreFailure(new StoreException(StoreException.Reason.DAMAGED, what));
  }

  StoreException failure() {
    return failure;
  }
}
