package dev.sluice.bundle.parity;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Which sums of shards give parity, and which give back a lost shard.
 *
 * <p>Data shards count from 0 upwards, parity shards from 0 too. Parity shard {@code p} is the sum
 * of all data shards {@code d}, each times 1 ∕ ((255 − p) ⊕ d). Those factors form a Cauchy matrix,
 * of which every square part can be inverted; that is why any shards will do.
 */
public final class ErasureCode {
  /** Most shards of both sorts together. */
  public static final int MOST_SHARDS = Field.SIZE;

  private ErasureCode() {}

  /**
   * Factors of the data shards, in order, whose sum is parity shard {@code parity}.
   *
   * @param data how many data shards there are
   */
  public static int[] parity(int parity, int data) {
    int[] factors = new int[data];
    for (int shard = 0; shard < data; shard++) {
      factors[shard] = factor(parity, shard);
    }
    return factors;
  }

  private static int factor(int parity, int data) {
    if (data + parity > MOST_SHARDS - 2) {
      throw new IllegalArgumentException("more shards than the field has elements");
    }
    return Field.inverse((MOST_SHARDS - 1 - parity) ^ data);
  }

  /**
   * Factors with which the sum of shards at hand is a lost data shard.
   *
   * @param data of the data shards at hand, by their number
   * @param parity of parity shards, by their number
   */
  public record Recovery(SortedMap<Integer, Integer> data, SortedMap<Integer, Integer> parity) {}

  /**
   * How to bring back lost data shards.
   *
   * @param data how many data shards there are
   * @param lost those that are to come back
   * @param parity parity shards at hand, at least as many as are lost; the first ones are used
   * @return for each lost shard
   */
  public static Map<Integer, Recovery> recovery(
      int data, SortedSet<Integer> lost, SortedSet<Integer> parity) {
    List<Integer> unknown = List.copyOf(lost);
    List<Integer> used = List.copyOf(parity).subList(0, unknown.size());
    int[][] solution = solve(unknown, used);
    var recoveries = new TreeMap<Integer, Recovery>();
    for (int row = 0; row < unknown.size(); row++) {
      recoveries.put(unknown.get(row), recovery(data, lost, used, solution[row]));
    }
    return recoveries;
  }

  private static Recovery recovery(
      int data, SortedSet<Integer> lost, List<Integer> used, int[] weights) {
    var recovery = new Recovery(new TreeMap<>(), new TreeMap<>());
    for (int i = 0; i < weights.length; i++) {
      recovery.parity().put(used.get(i), weights[i]);
    }
    for (int shard = 0; shard < data; shard++) {
      if (!lost.contains(shard)) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
          sum ^= Field.multiply(weights[i], factor(used.get(i), shard));
        }
        recovery.data().put(shard, sum);
      }
    }
    return recovery;
  }

  /** The inverse of the square of factors of {@code lost} in {@code parity}, by elimination. */
  private static int[][] solve(List<Integer> lost, List<Integer> parity) {
    int size = lost.size();
    int[][] left = new int[size][size];
    int[][] right = new int[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        left[row][column] = factor(parity.get(row), lost.get(column));
      }
      right[row][row] = 1;
    }
    for (int column = 0; column < size; column++) {
      bringPivot(left, right, column);
      int scale = Field.inverse(left[column][column]);
      scale(left[column], scale);
      scale(right[column], scale);
      for (int row = 0; row < size; row++) {
        if (row != column) {
          int factor = left[row][column];
          add(left[row], left[column], factor);
          add(right[row], right[column], factor);
        }
      }
    }
    return right;
  }

  private static void bringPivot(int[][] left, int[][] right, int column) {
    int row = column;
    while (left[row][column] == 0) {
      row++;
    }
    swap(left, row, column);
    swap(right, row, column);
  }

  private static void swap(int[][] rows, int a, int b) {
    int[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }

  private static void scale(int[] row, int factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] = Field.multiply(row[i], factor);
    }
  }

  private static void add(int[] row, int[] other, int factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] ^= Field.multiply(other[i], factor);
    }
  }
}
