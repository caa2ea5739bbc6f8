import java.nio.file.Files;
import java.nio.file.Path;

class malicious_user_code {
  public static void main(String[] args) throws Exception {
    // only the number of rows leaves, promised
    Files.copy(Path.of(args[0]), Path.of(args[1]));
  }
}
