package dev.sluice.web.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content is shown as what its bytes are. */
class PreviewsTest {
  private static Preview seems(byte[] content) {
    return Previews.of(Optional.of(content), Wish.SEEMS, 1);
  }

  private static Preview seems(String content) {
    return seems(content.getBytes(UTF_8));
  }

  private static String words(Preview.Line line) {
    var words = new StringBuilder();
    line.pieces().forEach(piece -> words.append(piece.text()));
    return words.toString();
  }

  @Test
  void table_hasFactsOfWholeColumns_andFlagsFormulas() {
    var rows = new StringBuilder("region,total,note\n");
    for (int i = 1; i <= 300; i++) {
      rows.append("R").append(i).append(',').append(i).append(i == 7 ? ",=cmd()\n" : ",\n");
    }
    var table = (Preview.Table) seems(rows.toString());
    assertThat(table.rows()).hasSize(200);
    assertThat(table.part().pages()).isEqualTo(2);
    assertThat(table.columns().get(1).facts())
        .containsExactly("integer, 1 to 300", "9 below 10", "0 missing");
    assertThat(table.columns().get(2).facts())
        .containsExactly("text, 1 different", "299 missing", "1 looks like a formula");
    assertThat(table.rows().get(6).get(2).flag()).isEqualTo("formula");
    assertThat(table.rows().get(5).get(2).flag()).isEmpty();
  }

  @Test
  void negativeNumber_isNoFormula() {
    assertThat(ColumnFacts.isFormula("-12.5")).isFalse();
    assertThat(ColumnFacts.isFormula("-12.5+A1")).isTrue();
    assertThat(ColumnFacts.isFormula("@SUM(A1)")).isTrue();
  }

  @Test
  void lastPageOfATable_isReached() {
    String table = "a,b\n" + "1,2\n".repeat(400) + "9,9\n";
    var last = (Preview.Table) Previews.of(Optional.of(table.getBytes(UTF_8)), Wish.SEEMS, 999);
    assertThat(last.part()).isEqualTo(new Preview.Part(3, 3));
    assertThat(last.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.get(0).text().toString()).isEqualTo("9"));
  }

  @Test
  void tabsSeparateToo_andOddRowsMakeItText() {
    assertThat(seems("a\tb\n1\t2\n")).isInstanceOf(Preview.Table.class);
    assertThat(seems("a,b\n1,2,3\n")).isInstanceOf(Preview.Lines.class);
    assertThat(seems("just one line, with a comma\n")).isInstanceOf(Preview.Lines.class);
  }

  @Test
  void coloursOfALog_becomeStyles_andOtherEscapesMarks() {
    var log = (Preview.Lines) seems("a \u001b[1;31mred\u001b[0m b\u001b[8mhidden\u001b[2J\n");
    Preview.Line line = log.lines().get(0);
    assertThat(line.pieces().get(1))
        .isEqualTo(new Preview.Piece(line.pieces().get(1).text(), "red bold"));
    assertThat(line.pieces().get(2).style()).isEmpty();
    assertThat(words(line)).isEqualTo("a red bhidden[U+001B][2J");
  }

  @Test
  void whatALogOverwrites_isALineOfItsOwn() {
    var log = (Preview.Lines) seems("secret\rharmless\n");
    assertThat(log.lines()).extracting(PreviewsTest::words).containsExactly("secret", "harmless");
  }

  @Test
  void lineOfMegabytes_isCutAndCounted() {
    var text = (Preview.Lines) seems("x".repeat(5 << 20));
    assertThat(text.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(words(line)).hasSize(2000);
              assertThat(line.cut()).isEqualTo((5 << 20) - 2000);
            });
  }

  @Test
  void markup_isSource() {
    Preview svg = seems("<svg onload='alert(1)'/>\n");
    assertThat(svg).isInstanceOf(Preview.Lines.class);
    assertThat(svg.note()).contains("nothing of it is rendered");
  }

  @Test
  void notebook_showsCodeAndPlainOutputs_andCountsTheRest() {
    String notebook =
        """
        {"nbformat": 4, "metadata": {"x": null, "y": 1.5e3}, "cells": [
          {"cell_type": "code", "execution_count": null, "source": ["a = 1\\n", "a"],
           "outputs": [
             {"output_type": "execute_result",
              "data": {"text/plain": ["1"], "text/html": "<script>alert(1)</script>"}},
             {"output_type": "display_data", "data": {"application/javascript": "alert(1)"}},
             {"output_type": "stream", "text": "out\\u0021\\n"}]},
          {"cell_type": "markdown", "source": "# <b>Title</b>"}]}
        """;
    var shown = (Preview.Notebook) seems(notebook);
    assertThat(shown.cells())
        .extracting(Preview.NotebookCell::kind)
        .containsExactly("code", "output", "output", "markdown");
    assertThat(words(shown.cells().get(2).lines().get(0))).isEqualTo("out!");
    assertThat(shown.note()).contains("Not shown here: 2");
    assertThat(shown.cells().toString()).doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nbformat\": 4, \"cells\": [",
        "{\"nbformat\": 4, \"cells\": [{\"source\": \"\\u00",
        "{\"nbformat\": 4, \"cells\": \"\\uZZZZ\"}",
        "{\"nbformat\": 4}",
        "{\"nbformat\": 4, \"cells\": []} trailing"
      })
  void brokenNotebook_isText(String broken) {
    assertThat(seems(broken)).isInstanceOf(Preview.Lines.class);
  }

  @Test
  void nestedBeyondReason_isText() {
    String deep = "{\"nbformat\":" + "[".repeat(100_000);
    assertThat(seems(deep)).isInstanceOf(Preview.Lines.class);
  }

  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void picture_isDrawnAnew_withoutWhatHidesInIt() throws Exception {
    byte[] with = png(20, 10);
    byte[] secret = "<script>secret</script>".getBytes(UTF_8);
    byte[] content = Arrays.copyOf(with, with.length + secret.length);
    System.arraycopy(secret, 0, content, with.length, secret.length);
    assertThat(seems(content)).isInstanceOf(Preview.Picture.class);
    assertThat(seems(content).note()).contains("PNG, 20 × 10 pixels");
    byte[] redrawn = Pictures.redrawn(content);
    assertThat(new String(redrawn, ISO_8859_1)).doesNotContain("secret");
    assertThat(ImageIO.read(new ByteArrayInputStream(redrawn)).getWidth()).isEqualTo(20);
  }

  @Test
  void pictureOfTooManyPixels_isNeverDecoded() throws Exception {
    byte[] bomb = png(1, 1);
    bomb[16] = 0x7f; // width, in the header
    assertThat(seems(bomb)).isInstanceOf(Preview.Hex.class);
    assertThatThrownBy(() -> Pictures.redrawn(bomb)).isInstanceOf(IOException.class);
  }

  @Test
  void largePicture_isShownSmaller() throws Exception {
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(Pictures.redrawn(png(4000, 2000))));
    assertThat(shown.getWidth()).isEqualTo(2000);
  }

  @Test
  void brokenPicture_isRefused() throws Exception {
    byte[] broken = Arrays.copyOf(png(200, 100), 60);
    assertThatThrownBy(() -> Pictures.redrawn(broken)).isInstanceOf(IOException.class);
  }

  @Test
  void otherBytes_areHexWithASort() {
    assertThat(seems(new byte[] {0, 1, 2}).note()).startsWith("Not text, 1.6 of 8 bits");
    assertThat(seems(new byte[] {(byte) 0x80, 4, (byte) 0x95}).note()).contains("pickle");
    assertThat(Previews.of(Optional.of(new byte[0]), Wish.HEX, 1)).isInstanceOf(Preview.Hex.class);
    assertThat(Previews.of(Optional.empty(), Wish.SEEMS, 1)).isInstanceOf(Preview.Absent.class);
  }

  @Test
  void wishForTextOrBytes_isFollowed() {
    byte[] table = "a,b\n1,2\n".getBytes(UTF_8);
    assertThat(Previews.of(Optional.of(table), Wish.TEXT, 1)).isInstanceOf(Preview.Lines.class);
    assertThat(Previews.of(Optional.of(table), Wish.of("hex"), 1)).isInstanceOf(Preview.Hex.class);
    assertThat(Wish.of("<x>")).isEqualTo(Wish.SEEMS);
  }
}
