package dev.sluice.cli.console;

import java.util.Collection;
import java.util.List;

/** Finds the words that somebody may have meant. */
public final class Suggestions {
  private static final int MOST = 3;
  private static final int LONGEST = 40;

  private Suggestions() {}

  /** Those of {@code known} that are few typing errors away from {@code word}, sorted by name. */
  public static List<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return List.of();
    }
    int allowed = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= allowed)
        .sorted()
        .limit(MOST)
        .toList();
  }

  /** Characters to insert, delete, replace or swap with their neighbour. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
