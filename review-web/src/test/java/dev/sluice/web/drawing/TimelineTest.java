package dev.sluice.web.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.canonical.Digest;
import dev.sluice.state.Side;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.BundleNote;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.SiteIdentity;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TimelineTest {
  private static final SiteIdentity SITE =
      new SiteIdentity("high-lab", Side.HIGH, "", "2".repeat(32), List.of());
  private static final String RED = "#a3120a";

  private static BundleEntry entry(Direction direction, String peer, long number, BundleNote note) {
    Digest bundle = Digest.of((direction + peer + number).getBytes(UTF_8));
    Instant at = Instant.parse("2026-11-24T10:00:00Z");
    return new BundleEntry(direction, bundle, peer, number, 0, 1, 100, at, note);
  }

  /** The picture of entries given newest first, read back as XML. */
  private static Document drawn(BundleEntry... entries) throws Exception {
    String svg = Timeline.of(SITE, List.of(entries));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  private static int red(Document picture) {
    int red = 0;
    var lines = picture.getElementsByTagName("line");
    for (int i = 0; i < lines.getLength(); i++) {
      red +=
          lines.item(i).getAttributes().getNamedItem("stroke").getNodeValue().equals(RED) ? 1 : 0;
    }
    return red;
  }

  @Test
  void bundleWithSeveralEntries_isOneArrow() throws Exception {
    Document picture =
        drawn(
            entry(Direction.OUT, "low-lab", 1, BundleNote.READ_BACK),
            entry(Direction.OUT, "low-lab", 1, BundleNote.WRITTEN),
            entry(Direction.OUT, "low-lab", 1, BundleNote.SEALED));
    assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(picture.getDocumentElement().getTextContent()).contains("low-lab", "bn-000001");
    assertThat(red(picture)).isZero();
  }

  @Test
  void missingNumbersAndRefusals_areRed() throws Exception {
    Document picture =
        drawn(
            entry(Direction.IN, "low-lab", 5, BundleNote.REFUSED),
            entry(Direction.IN, "low-lab", 4, BundleNote.IMPORTED),
            entry(Direction.IN, "low-lab", 1, BundleNote.IMPORTED));
    assertThat(picture.getDocumentElement().getTextContent()).contains("2 missing");
    assertThat(red(picture)).isEqualTo(2);
  }

  @Test
  void numbersOfDifferentPeers_areCountedApart() throws Exception {
    Document picture =
        drawn(
            entry(Direction.IN, "other-lab", 1, BundleNote.IMPORTED),
            entry(Direction.IN, "low-lab", 1, BundleNote.IMPORTED));
    assertThat(red(picture)).isZero();
  }

  @Test
  void hostileName_isText() throws Exception {
    Document picture = drawn(entry(Direction.IN, "<script>\"&\u202e", 1, BundleNote.IMPORTED));
    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    assertThat(picture.getDocumentElement().getTextContent()).contains("<script>\"&[U+202E]");
  }

  @Test
  void noBundle_isAnEmptyLane() throws Exception {
    assertThat(drawn().getElementsByTagName("line").getLength()).isEqualTo(1);
  }
}
