package dev.sluice.web.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.state.review.Standing;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.drawing.BatchOutline.Line;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BatchOutlineTest {
  private static Line batch(int depth, Standing standing, String text) {
    return new Line(depth, Optional.of(standing), SafeText.of(text));
  }

  private static Document drawn(Line... lines) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(BatchOutline.of("Batches", List.of(lines)).getBytes(UTF_8)));
  }

  private static List<Element> texts(Document picture) {
    var found = new ArrayList<Element>();
    var texts = picture.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      found.add((Element) texts.item(i));
    }
    return found;
  }

  @Test
  void eachBatch_hasTheLetterOfItsDecision() throws Exception {
    Document picture =
        drawn(
            batch(0, Standing.APPROVED, "one"),
            batch(0, Standing.REJECTED, "two"),
            batch(0, Standing.SKIPPED, "three"),
            batch(0, Standing.IGNORED, "four"),
            batch(0, Standing.UNDECIDED, "five"));
    assertThat(texts(picture))
        .extracting(Element::getTextContent)
        .containsExactly("A", "one", "R", "two", "S", "three", "I", "four", "–", "five");
  }

  @Test
  void whatIsNeeded_standsBelowAndFurtherRight() throws Exception {
    Document picture =
        drawn(
            batch(0, Standing.APPROVED, "request"),
            new Line(0, Optional.empty(), SafeText.literal("needs project")),
            batch(1, Standing.UNDECIDED, "project"));
    List<Element> texts = texts(picture);
    Element above = texts.get(1);
    Element below = texts.get(4);
    assertThat(Integer.parseInt(below.getAttribute("x")))
        .isGreaterThan(Integer.parseInt(above.getAttribute("x")));
    assertThat(Integer.parseInt(below.getAttribute("y")))
        .isGreaterThan(Integer.parseInt(above.getAttribute("y")));
    assertThat(picture.getElementsByTagName("line").getLength()).isEqualTo(4);
  }

  @Test
  void longLine_widensThePicture() throws Exception {
    int narrow = width(drawn(batch(0, Standing.APPROVED, "a")));
    int wide = width(drawn(batch(0, Standing.APPROVED, "a".repeat(100))));
    assertThat(wide).isGreaterThan(narrow).isGreaterThan(700);
  }

  private static int width(Document picture) {
    return Integer.parseInt(picture.getDocumentElement().getAttribute("width"));
  }
}
