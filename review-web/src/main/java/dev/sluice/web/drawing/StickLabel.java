package dev.sluice.web.drawing;

import dev.sluice.state.text.SafeText;
import dev.sluice.web.report.TransferReport;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A label of 10 by 6 cm for the medium that a bundle travels on. It tells what stands readable on
 * the medium anyway, and nothing of what the bundle holds.
 */
public final class StickLabel {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int WIDTH = 400;
  private static final int HEIGHT = 240;
  private static final int LEFT = 20;
  private static final int RIGHT = WIDTH - LEFT;
  private static final int LONGEST_NAME = 13;
  private static final int DIGITS = 16;
  private static final String PLAIN = "fill=\"#111111\"";
  private static final String BOLD = PLAIN + " font-weight=\"bold\"";
  private static final String TO_THE_RIGHT = PLAIN + " text-anchor=\"end\"";

  private StickLabel() {}

  /** The label of the bundle that {@code report} is about. */
  public static String of(TransferReport report) {
    var bundle = report.bundle();
    String name = bundle.name();
    var svg = new Svg();
    svg.rectangle(4, 4, WIDTH - 8, HEIGHT - 8, "fill=\"none\" stroke=\"#111111\" rx=\"8\"");
    svg.text(LEFT, 42, 24, BOLD, name(report.sender()) + " → " + name(report.recipient()));
    svg.text(LEFT, 96, 46, BOLD, name);
    svg.text(RIGHT, 96, 14, TO_THE_RIGHT, DAY.format(report.steps().get(0).at()));
    List<String> words = report.words();
    int half = (words.size() + 1) / 2;
    svg.text(LEFT, 132, 18, PLAIN, String.join(" ", words.subList(0, half)));
    svg.text(LEFT, 156, 18, PLAIN, String.join(" ", words.subList(half, words.size())));
    svg.text(LEFT, 180, 13, PLAIN, "SHA-256 " + bundle.bundle().hex().substring(0, DIGITS) + "…");
    svg.line(LEFT, 192, RIGHT, 192, "stroke=\"#111111\"");
    svg.text(LEFT, 220, 15, PLAIN, "stick ______ of ______");
    svg.text(RIGHT, 220, 13, TO_THE_RIGHT, "sluice bundle");
    return svg.printed(WIDTH, HEIGHT, 100, 60, "Label of " + name);
  }

  private static String name(String site) {
    return SafeText.of(site).cut(LONGEST_NAME).toString();
  }
}
