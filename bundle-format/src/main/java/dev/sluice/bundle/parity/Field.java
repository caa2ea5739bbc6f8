package dev.sluice.bundle.parity;

/**
 * Arithmetic in GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1. Addition is exclusive or; elements are ints
 * from 0 to 255.
 */
final class Field {
  static final int SIZE = 256;

  private static final int MODULUS = 0x11d;
  private static final int ORDER = SIZE - 1;
  private static final int[] POWER = new int[2 * ORDER];
  private static final int[] LOGARITHM = new int[SIZE];

  static {
    int element = 1;
    for (int exponent = 0; exponent < ORDER; exponent++) {
      POWER[exponent] = element;
      POWER[exponent + ORDER] = element;
      LOGARITHM[element] = exponent;
      element <<= 1;
      if (element >= SIZE) {
        element ^= MODULUS;
      }
    }
  }

  private Field() {}

  static int multiply(int a, int b) {
    return a == 0 || b == 0 ? 0 : POWER[LOGARITHM[a] + LOGARITHM[b]];
  }

  /** The element whose product with {@code a}, which is not 0, is 1. */
  static int inverse(int a) {
    if (a == 0) {
      throw new ArithmeticException("0 has no inverse");
    }
    return POWER[ORDER - LOGARITHM[a]];
  }

  /** Products of {@code factor} with every element, in their order. */
  static byte[] products(int factor) {
    byte[] products = new byte[SIZE];
    for (int element = 0; element < SIZE; element++) {
      products[element] = (byte) multiply(factor, element);
    }
    return products;
  }
}
