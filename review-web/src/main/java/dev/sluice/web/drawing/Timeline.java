package dev.sluice.web.drawing;

import dev.sluice.canonical.Digest;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.SiteIdentity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The bundles of a site as arrows between lanes, oldest at the left: one lane for the site itself
 * and one for each peer. Dashed is what left and is not known to have arrived; red is what was
 * refused, and each number that is missing among those that came in.
 */
public final class Timeline {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LEFT = 120;
  private static final int STEP = 90;
  private static final int TOP = 40;
  private static final int LANE = 90;
  private static final String INK = "stroke=\"#1f2d3a\" fill=\"#1f2d3a\" stroke-width=\"2\"";
  private static final String RED = "stroke=\"#a3120a\" fill=\"#a3120a\" stroke-width=\"2\"";
  private static final String DASHED = INK + " stroke-dasharray=\"5 4\"";

  private final Svg svg = new Svg();
  private final List<String> lanes = new ArrayList<>();
  private final Map<String, Long> newest = new LinkedHashMap<>();

  private Timeline() {}

  /**
   * The picture of what {@code entries} tell.
   *
   * @param entries of the ledger, newest first
   */
  public static String of(SiteIdentity site, List<BundleEntry> entries) {
    return new Timeline().draw(site, bundles(entries));
  }

  /** For each bundle the newest entry about it; oldest bundle first. */
  private static List<BundleEntry> bundles(List<BundleEntry> entries) {
    Map<Digest, BundleEntry> bundles = new LinkedHashMap<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      bundles.put(entries.get(i).bundle(), entries.get(i));
    }
    return List.copyOf(bundles.values());
  }

  private String draw(SiteIdentity site, List<BundleEntry> bundles) {
    lanes.add(site.name());
    bundles.stream().map(BundleEntry::peer).distinct().forEach(lanes::add);
    int width = LEFT + STEP * (bundles.size() + 1);
    for (int i = 0; i < lanes.size(); i++) {
      int y = TOP + i * LANE;
      svg.text(LEFT - 20, y + 4, "end", lanes.get(i));
      svg.line(LEFT, y, width - 20, y, "stroke=\"#8a97a4\" stroke-width=\"1\"");
    }
    for (int i = 0; i < bundles.size(); i++) {
      bundle(bundles.get(i), LEFT + STEP / 2 + i * STEP);
    }
    return svg.document(width, TOP + lanes.size() * LANE, "Bundles of " + site.name());
  }

  private void bundle(BundleEntry bundle, int x) {
    int here = TOP;
    int there = TOP + lanes.lastIndexOf(bundle.peer()) * LANE;
    boolean in = bundle.direction() == Direction.IN;
    String ink = ink(bundle);
    svg.line(x, in ? there : here, x + STEP / 3, in ? here : there, ink);
    svg.circle(x + STEP / 3, in ? here : there, ink);
    svg.text(x, there + 20, "start", bundle.name());
    svg.text(x, there + 36, "start", DAY.format(bundle.at()));
    gap(bundle, x, there);
  }

  private static String ink(BundleEntry bundle) {
    if (bundle.note() == BundleNote.REFUSED) {
      return RED;
    }
    return bundle.direction() == Direction.IN ? INK : DASHED;
  }

  /** Says how many numbers before {@code bundle} never came in. */
  private void gap(BundleEntry bundle, int x, int there) {
    if (bundle.direction() != Direction.IN || bundle.note() == BundleNote.REFUSED) {
      return;
    }
    long missing = bundle.number() - newest.getOrDefault(bundle.peer(), 0L) - 1;
    newest.merge(bundle.peer(), bundle.number(), Math::max);
    if (missing > 0) {
      svg.line(x - STEP / 3, there - 8, x - STEP / 3, there + 8, RED);
      svg.text(x - STEP / 3, there - 14, "middle", missing + " missing");
    }
  }
}
