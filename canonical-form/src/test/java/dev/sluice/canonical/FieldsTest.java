package dev.sluice.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldsTest {
  private final Json.Obj object =
      Json.object().put("name", "low").put("count", 3).put("root", Digest.ZERO).build();

  @Test
  void fieldThatNobodyAskedFor_isRefused() throws Exception {
    Fields fields = Fields.of("card", object);
    assertThat(fields.text("name")).isEqualTo("low");
    assertThatThrownBy(fields::end).hasMessage("card has 2 unknown field(s)");
  }

  @Test
  void missingWrongAndOutOfRange_nameTheField() {
    Fields fields = Fields.of("card", object);
    assertThatThrownBy(() -> fields.text("side")).hasMessage("card.side is missing");
    assertThatThrownBy(() -> fields.text("count")).hasMessage("card.count has the wrong type");
    assertThatThrownBy(() -> Fields.of("card", object).integer("count", 0, 2))
        .hasMessage("card.count is not between 0 and 2");
    assertThatThrownBy(() -> Fields.of("card", object).digest("name"))
        .hasMessage("card.name is not a digest");
  }

  @Test
  void digest_hasOneTextForm() throws Exception {
    assertThat(Digest.parse(Digest.ZERO.hex())).isEqualTo(Digest.ZERO);
    assertThatThrownBy(() -> Digest.parse("AB".repeat(32)))
        .isInstanceOf(NotCanonicalException.class);
    assertThatThrownBy(() -> Digest.parse("ab".repeat(31)))
        .isInstanceOf(NotCanonicalException.class);
  }
}
