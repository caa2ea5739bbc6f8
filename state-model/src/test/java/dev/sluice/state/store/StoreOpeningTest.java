package dev.sluice.state.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.StoreException.Reason;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOpeningTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void chooseFolder() {
    folder = temp.resolve("a site? with 100% odd #name");
  }

  private static void assertRefused(Reason reason, ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void folderWithoutStore_isNoSite() throws Exception {
    assertRefused(Reason.NOT_A_SITE, () -> Samples.open(folder));
    assertRefused(Reason.NOT_A_SITE, () -> ReadOnlyStore.at(folder));
    Files.createDirectory(folder);
    Files.createFile(folder.resolve("sluice.db"));
    assertRefused(Reason.NOT_A_SITE, () -> Samples.open(folder));
  }

  @Test
  void databaseOfAnotherProgram_isNoSite() throws Exception {
    Files.createDirectory(folder);
    raw("CREATE TABLE other (a)");
    assertRefused(Reason.NOT_A_SITE, () -> Samples.open(folder));
  }

  @Test
  void secondCreation_isRefusedAndHarmless() throws Exception {
    StateDigest before;
    try (StateStore store = Samples.create(folder)) {
      before = store.digest();
    }
    assertRefused(Reason.ALREADY_EXISTS, () -> Samples.create(folder));
    assertThat(ReadOnlyStore.at(folder).digest()).isEqualTo(before);
  }

  @Test
  void creationThatWasCutShort_canBeRepeated() throws Exception {
    Files.createDirectory(folder);
    Files.createFile(folder.resolve("sluice.db"));
    Samples.create(folder).close();
    Samples.open(folder).close();
  }

  @Test
  void newerSchema_isRefused() throws Exception {
    Samples.create(folder).close();
    raw("PRAGMA user_version = " + (Schema.VERSION + 1));
    assertRefused(Reason.NEWER_VERSION, () -> Samples.open(folder));
    assertRefused(Reason.NEWER_VERSION, () -> ReadOnlyStore.at(folder).digest());
  }

  @Test
  void fileThatIsNoDatabase_isDamaged() throws Exception {
    Samples.create(folder).close();
    Files.writeString(folder.resolve("sluice.db"), "x".repeat(8192), StandardCharsets.US_ASCII);
    assertRefused(Reason.DAMAGED, () -> Samples.open(folder));
  }

  @Test
  void refusedOpeningGivesTheLockBack() throws Exception {
    Samples.create(folder).close();
    raw("PRAGMA user_version = " + (Schema.VERSION + 1));
    assertRefused(Reason.NEWER_VERSION, () -> Samples.open(folder));
    raw("PRAGMA user_version = " + Schema.VERSION);
    Samples.open(folder).close();
  }

  @Test
  void secondOpener_isTurnedAwayAndReadersAreNot() throws Exception {
    try (StateStore store = Samples.create(folder)) {
      assertRefused(Reason.LOCKED, () -> Samples.open(folder));
      assertThat(ReadOnlyStore.at(folder).digest()).isEqualTo(store.digest());
    }
    Samples.open(folder).close();
  }

  /** The refusal inside this process must not have dropped the lock that other processes see. */
  @Test
  void secondProcess_isTurnedAwayAndToldWhoIsThere() throws Exception {
    try (StateStore store = Samples.create(folder)) {
      assertRefused(Reason.LOCKED, () -> Samples.open(folder));
      assertThat(ChildProcess.output(OpenOnce.class, folder.toString()))
          .contains("LOCKED")
          .contains("by process " + ProcessHandle.current().pid() + " (java")
          .contains("since 2026-03-01T08:00:00Z");
      assertThat(store.digest()).isNotNull();
    }
    assertThat(ChildProcess.output(OpenOnce.class, folder.toString())).contains("opened");
  }

  /** Run in a process of its own. */
  static final class OpenOnce {
    public static void main(String[] arguments) {
      try (StateStore store = Samples.open(Path.of(arguments[0]))) {
        System.out.println("opened at " + store.digest());
      } catch (StoreException e) {
        System.out.println(e.reason().name() + " " + e.getMessage());
      }
    }
  }

  @Test
  void settingsAreReadBack() throws Exception {
    Samples.create(folder).close();
    for (String weaker :
        List.of("synchronous = NORMAL", "foreign_keys = OFF", "journal_mode = DELETE")) {
      try (Sql sql = Database.forWriting(folder.resolve("sluice.db"))) {
        Database.verifySettings(sql);
        sql.execute("PRAGMA " + weaker);
        assertThatThrownBy(() -> Database.verifySettings(sql))
            .isInstanceOf(StoreFailure.class)
            .hasMessageContaining(weaker.substring(0, weaker.indexOf(' ')));
      }
    }
  }

  @Test
  void cleanCloseLeavesNoLogBehind() throws Exception {
    Samples.create(folder).close();
    assertThat(names(folder)).containsExactlyInAnyOrder("sluice.db", "blobs", "lock");
  }

  @Test
  void everythingIsPrivateToItsOwner() throws Exception {
    try (StateStore store = Samples.create(folder)) {
      store.blobs().put(new ByteArrayInputStream(new byte[3]), 3);
      store.write(Samples.CHANGED, tx -> tx);
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.toList()) {
          String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
              .as("permissions of %s", path)
              .isEqualTo(expected);
        }
      }
    }
  }

  /**
   * A transaction is the only thing with methods that change the state, and nothing gives one out
   * but a write, which takes an event, and another transaction.
   */
  @Test
  void nothingChangesTheStateWithoutAnEvent() throws Exception {
    Set<Class<?>> changing = Set.of(StoreTransaction.class, PeerTransaction.class);
    for (Class<?> type : publicTypes()) {
      for (Method method : type.getDeclaredMethods()) {
        if (!Modifier.isPublic(method.getModifiers()) || changing.contains(type)) {
          continue;
        }
        assertThat(changing).as("what %s gives out", method).doesNotContain(method.getReturnType());
        if (Arrays.asList(method.getParameterTypes()).contains(StoreTransaction.Writer.class)) {
          assertThat(method.getParameterTypes()).contains(AuditEvent.class);
        }
      }
      if (changing.contains(type)) {
        assertThat(type.getConstructors()).as("constructors of %s", type).isEmpty();
      }
    }
    assertThat(methodsOf(StateStore.class))
        .containsExactlyInAnyOrder(
            "create",
            "open",
            "read",
            "write",
            "recover",
            "clock",
            "blobs",
            "unneededBlobs",
            "collect",
            "digest",
            "close");
    assertThat(StateStore.class.getMethods())
        .filteredOn(
            method -> Set.of("create", "write", "recover", "collect").contains(method.getName()))
        .allMatch(method -> Arrays.asList(method.getParameterTypes()).contains(AuditEvent.class));
  }

  private static Set<String> methodsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .collect(Collectors.toSet());
  }

  private static List<Class<?>> publicTypes() throws Exception {
    Path classes =
        Path.of(StateStore.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve(StateStore.class.getPackageName().replace('.', '/'));
    var types = new ArrayList<Class<?>>();
    for (String file : names(folder)) {
      if (file.endsWith(".class") && !file.startsWith("package-info")) {
        String name = file.substring(0, file.length() - ".class".length());
        Class<?> type = Class.forName(StateStore.class.getPackageName() + "." + name);
        if (Modifier.isPublic(type.getModifiers())) {
          types.add(type);
        }
      }
    }
    assertThat(types).contains(StateStore.class, PeerTransaction.class);
    return types;
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void raw(String statement) {
    try (Sql sql = Database.connect(folder.resolve("sluice.db"))) {
      sql.execute(statement);
    }
  }
}
