package dev.sluice.state.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.audit.AuditBreak.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final AuditEvent EVENT =
      AuditEvent.of("batch-approved", "ana@high.example").about("b").about("a").with("why", "ok");
  private static final AuditEntry FIRST =
      new AuditEntry(1, Instant.parse("2026-03-01T08:00:00.5Z"), Digest.ZERO, EVENT);

  @Test
  void entryIsReadBackAsItWasWritten() throws NotCanonicalException {
    assertThat(AuditEntry.parse(FIRST.bytes())).isEqualTo(FIRST);
    assertThat(FIRST.event().subjects()).containsExactly("a", "b");
  }

  @Test
  void entryInAnotherFormOfTheSameMeaning_isRefused() {
    String text = new String(FIRST.bytes(), UTF_8);
    assertThatThrownBy(
            () -> AuditEntry.parse(text.replace("[\"a\",\"b\"]", "[\"b\",\"a\"]").getBytes(UTF_8)))
        .isInstanceOf(NotCanonicalException.class);
    assertThatThrownBy(() -> AuditEntry.parse(text.replace("00.500Z", "00.50Z").getBytes(UTF_8)))
        .isInstanceOf(NotCanonicalException.class);
    assertThatThrownBy(() -> AuditEntry.parse(text.replace("batch-", "Batch-").getBytes(UTF_8)))
        .isInstanceOf(NotCanonicalException.class);
  }

  @Test
  void chainTakesSuccessorsOnly() {
    var second = new AuditEntry(2, FIRST.time(), FIRST.digest(), EVENT);
    var stranger = new AuditEntry(2, FIRST.time(), Digest.of(new byte[1]), EVENT);
    var chain = new AuditChain();
    assertThat(chain.follow(1, FIRST.bytes(), FIRST.digest())).isEmpty();
    assertThat(chain.follow(2, stranger.bytes(), stranger.digest()))
        .contains(new AuditBreak(2, Fault.NOT_LINKED));
    assertThat(chain.follow(2, second.bytes(), stranger.digest()))
        .contains(new AuditBreak(2, Fault.CHANGED));
    assertThat(chain.follow(3, second.bytes(), second.digest()))
        .contains(new AuditBreak(2, Fault.MISSING));
    assertThat(chain.follow(2, second.bytes(), second.digest())).isEmpty();
    assertThat(chain.head()).isEqualTo(second.digest());
  }
}
