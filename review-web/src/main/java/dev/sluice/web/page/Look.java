package dev.sluice.web.page;

/**
 * How a diff is shown.
 *
 * @param view {@code split} for side by side
 * @param wrap {@code no} for lines as long as they are
 * @param page which page of long parts, from 1
 */
public record Look(String view, String wrap, int page) {
  private static final String SPLIT = "split";
  private static final String NO = "no";

  boolean isSplit() {
    return view.equals(SPLIT);
  }

  boolean wraps() {
    return !wrap.equals(NO);
  }

  /** The same on the first page. */
  Look onFirst() {
    return new Look(view, wrap, 1);
  }

  /** The query of the other way to show it. */
  String otherView() {
    return query(isSplit() ? "" : SPLIT, wrap, page);
  }

  String otherWrap() {
    return query(view, wraps() ? NO : "", page);
  }

  String onPage(int number) {
    return query(view, wrap, number);
  }

  private static String query(String view, String wrap, int page) {
    return "?view="
        + (view.equals(SPLIT) ? SPLIT : "")
        + "&wrap="
        + (wrap.equals(NO) ? NO : "")
        + "&page="
        + page;
  }
}
