package dev.sluice.state.text;

import java.util.Arrays;

/** A fixed set of code points, written as sorted hexadecimal ranges: {@code "A9 2194-2199"}. */
final class CodePoints {
  private final int[] first;
  private final int[] last;

  CodePoints(String ranges) {
    String[] words = ranges.split(" ", -1);
    first = new int[words.length];
    last = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      int dash = words[i].indexOf('-');
      first[i] = Integer.parseInt(dash < 0 ? words[i] : words[i].substring(0, dash), 16);
      last[i] = dash < 0 ? first[i] : Integer.parseInt(words[i].substring(dash + 1), 16);
    }
  }

  boolean contains(int codePoint) {
    int place = Arrays.binarySearch(first, codePoint);
    return place >= 0 || (place < -1 && codePoint <= last[-place - 2]);
  }
}
