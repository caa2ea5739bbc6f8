package dev.sluice.state.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStateStoreTest extends StateStoreContract {
  @TempDir Path folder;

  @Override
  StateStore create() throws StoreException {
    return Samples.create(folder.resolve("site"));
  }

  @Override
  StateStore reopen() throws StoreException {
    return Samples.open(folder.resolve("site"));
  }
}
