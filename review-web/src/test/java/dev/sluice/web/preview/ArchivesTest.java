package dev.sluice.web.preview;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.preview.Preview.Cell;
import dev.sluice.web.preview.Preview.Table;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchivesTest {
  private static byte[] zip(String... names) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[100_000]);
      }
    }
    return out.toByteArray();
  }

  /** A tar archive with one entry of the old form, as {@code tar} writes it. */
  private static byte[] tar(String name, char type, int size) {
    byte[] block = new byte[512];
    put(block, 0, name);
    put(block, 124, "%011o".formatted(size));
    block[156] = (byte) type;
    put(block, 257, "ustar");
    put(block, 148, "        ");
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    put(block, 148, "%06o\0 ".formatted(sum));
    return Arrays.copyOf(block, 512 + (size + 511) / 512 * 512 + 1024);
  }

  private static void put(byte[] block, int at, String text) {
    System.arraycopy(text.getBytes(US_ASCII), 0, block, at, text.length());
  }

  private static List<List<Cell>> rows(byte[] content) {
    return ((Table) seen(content)).rows();
  }

  private static Preview seen(byte[] content) {
    return Previews.of(Optional.of(content), Wish.SEEMS, 1);
  }

  private static String words(List<Cell> row) {
    return row.get(0).text() + " " + row.get(1).text() + " " + row.get(0).flag();
  }

  @Test
  void zip_isListed_withLengthsAndPathsThatLeadOutside() throws Exception {
    assertThat(rows(zip("data/a.csv", "../../etc/x", "b\u202Ec")))
        .extracting(ArchivesTest::words)
        .containsExactly(
            "data/a.csv 100000 ", "../../etc/x 100000 leads outside", "b[U+202E]c 100000 ");
  }

  @Test
  void tar_isListed_linksAreFlagged() {
    assertThat(rows(tar("data/a.csv", '0', 700)))
        .extracting(ArchivesTest::words)
        .containsExactly("data/a.csv 700 ");
    assertThat(rows(tar("passwd", '2', 0)).get(0).get(0).flag()).isEqualTo("a link");
    assertThat(rows(tar("/etc/passwd", '0', 0)).get(0).get(0).flag()).isEqualTo("leads outside");
  }

  @Test
  void manyEntries_areCutAndSaidToBe() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 1500; i++) {
        zip.putNextEntry(new ZipEntry("f" + i));
      }
    }
    assertThat(rows(out.toByteArray())).hasSize(1000);
    assertThat(seen(out.toByteArray()).note()).contains("The first 1000 are shown");
  }

  @Test
  void brokenArchive_isHex() throws Exception {
    byte[] whole = zip("a", "b");
    byte[] cut = Arrays.copyOf(whole, whole.length - 30);
    assertThat(seen(cut)).isInstanceOf(Preview.Hex.class);
    byte[] tar = tar("a", '0', 10);
    tar[0] = 'b';
    assertThat(seen(tar)).isInstanceOf(Preview.Hex.class);
  }

  /** Wherever a byte is changed, there is some preview and nothing is thrown. */
  @Test
  void anyBytes_areShownSomehow() throws Exception {
    var random = new Random(7);
    for (byte[] whole : List.of(zip("a", "bb"), tar("a", '0', 10))) {
      for (int i = 0; i < 300; i++) {
        byte[] changed = whole.clone();
        int at = i % 2 == 0 ? random.nextInt(changed.length) : changed.length - 1 - i % 200;
        changed[Math.max(0, at)] = (byte) random.nextInt(256);
        assertThat(seen(changed)).isNotNull();
      }
    }
    assertThat(seen("PK\u0003\u0004".getBytes(UTF_8))).isNotNull();
  }
}
