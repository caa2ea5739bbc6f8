package dev.sluice.datasite;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.datasite.DatasiteException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test with both sides. The folders lie in the build folder, since a sandbox covers the system's
 * folder for temporary files.
 */
abstract class SiteTest {
  TestSite low;
  TestSite high;

  @BeforeEach
  void makeSites() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toRealPath(), "sites");
    low = TestSite.low(folder);
    high = TestSite.high(folder);
  }

  @AfterEach
  void closeSites() throws Exception {
    low.close();
    high.close();
  }

  /** A request that has crossed to the high side, where its private data are. */
  Request carriedRequest(String fileName, String code) throws Exception {
    Request request = low.submit(fileName, code);
    high.addPayroll();
    low.carry(request.id(), high);
    return request;
  }

  static Reason refusal(ThrowingCallable action) {
    DatasiteException refusal = catchThrowableOfType(DatasiteException.class, action);
    if (refusal == null) {
      throw new AssertionError("nothing was refused");
    }
    return refusal.reason();
  }
}
