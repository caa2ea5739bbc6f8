package dev.sluice.state.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.state.audit.AuditBreak;
import dev.sluice.state.audit.AuditBreak.Fault;
import dev.sluice.state.audit.AuditFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes the log behind the store's back. */
class AuditLogTest {
  @TempDir static Path shared;
  @TempDir Path temp;
  private Path folder;

  @BeforeAll
  static void createLog() throws StoreException {
    try (StateStore store = Samples.create(shared.resolve("site"))) {
      for (int i = 2; i <= 600; i++) {
        store.write(Samples.CHANGED.about("s" + i), tx -> tx);
      }
    }
  }

  @BeforeEach
  void copyLog() throws IOException {
    folder = Files.createDirectory(temp.resolve("site"));
    Files.copy(shared.resolve("site/sluice.db"), folder.resolve("sluice.db"));
  }

  private Optional<AuditBreak> verify() throws StoreException {
    return ReadOnlyStore.at(folder)
        .<Optional<AuditBreak>, RuntimeException>read(view -> view.audit().verify());
  }

  private void tamper(String... statements) {
    try (Sql sql = Database.connect(folder.resolve("sluice.db"))) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  @Test
  void logThatNobodyTouched_isWhole() throws StoreException {
    assertThat(verify()).isEmpty();
  }

  @Test
  void changedEntry_isNoticed() throws StoreException {
    tamper(
        "UPDATE audit SET entry = CAST(replace(CAST(entry AS TEXT), 'ana@', 'bob@') AS BLOB)"
            + " WHERE sequence = 300");
    assertThat(verify()).contains(new AuditBreak(300, Fault.CHANGED));
  }

  @Test
  void entryPutInPlaceOfAnotherWithItsDigest_isNoticed() throws StoreException {
    tamper(
        "UPDATE audit SET (entry, digest) ="
            + " (SELECT entry, digest FROM audit WHERE sequence = 299) WHERE sequence = 300");
    assertThat(verify()).contains(new AuditBreak(300, Fault.NOT_LINKED));
  }

  @Test
  void removedEntry_isNoticed() throws StoreException {
    tamper("DELETE FROM audit WHERE sequence = 300");
    assertThat(verify()).contains(new AuditBreak(300, Fault.MISSING));
  }

  @Test
  void removedEnd_isNoticed() throws StoreException {
    tamper("DELETE FROM audit WHERE sequence > 500");
    assertThat(verify()).contains(new AuditBreak(501, Fault.MISSING));
  }

  @Test
  void headSetBack_isNoticed() throws StoreException {
    tamper("UPDATE audit_head SET sequence = 599");
    assertThat(verify()).contains(new AuditBreak(600, Fault.UNEXPECTED));
  }

  @Test
  void entryHiddenFromSearches_isNoticed() throws StoreException {
    tamper("DELETE FROM audit_subject WHERE sequence = 300");
    assertThat(verify()).contains(new AuditBreak(300, Fault.MISFILED));
    tamper(
        "INSERT INTO audit_subject VALUES (300, 's300')",
        "UPDATE audit SET actor = 'nobody' WHERE sequence = 200");
    assertThat(verify()).contains(new AuditBreak(200, Fault.MISFILED));
  }

  @Test
  void entryThatCannotBeRead_isDamageForReaders() {
    tamper("UPDATE audit SET entry = x'00' WHERE sequence = 300");
    assertThatThrownBy(
            () ->
                ReadOnlyStore.at(folder)
                    .read(view -> view.audit().entries(AuditFilter.ALL).count()))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
  }
}
