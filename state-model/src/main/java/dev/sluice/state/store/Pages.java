package dev.sluice.state.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a long list page by page, each starting after the last key of the one before. Between two
 * pages nothing is open, so a stream that is left half read holds no resource.
 */
final class Pages<T> implements Iterator<T> {
  /** Rows a page; queries end with {@code LIMIT} this. */
  static final int ROWS = 256;

  private final Function<T, List<T>> following;
  private List<T> page;
  private int next;

  private Pages(List<T> first, Function<T, List<T>> following) {
    this.page = first;
    this.following = following;
  }

  /**
   * A stream over all pages.
   *
   * @param first the first page
   * @param following the page that starts after a given row
   */
  static <T> Stream<T> stream(List<T> first, Function<T, List<T>> following) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            new Pages<>(first, following), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    if (next == ROWS && page.size() == ROWS) {
      page = following.apply(page.get(ROWS - 1));
      next = 0;
    }
    return next < page.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(next++);
  }
}
