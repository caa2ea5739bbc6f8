import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

class sum_of_numbers {
  public static void main(String[] args) throws Exception {
    String data = Files.readString(Path.of(args[0]));
    String numbers = data.replaceAll("(?s).*\"numbers\": *\\[([^]]*)].*", "$1");
    System.out.println("marker: " + data.replaceAll("(?s).*\"marker\": *\"([^\"]*)\".*", "$1"));
    long sum = Pattern.compile("[, ]+").splitAsStream(numbers).mapToLong(Long::parseLong).sum();
    Files.writeString(Path.of(args[1]), Long.toString(sum));
  }
}
