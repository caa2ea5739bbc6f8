package dev.sluice.datasite;

import dev.sluice.datasite.run.Language;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request wants to run.
 *
 * @param language empty when this site has no such language
 * @param entry name of the function to call
 * @param assets what it wants to run on
 * @param source the one file
 */
public record Code(
    ObjectId id,
    Optional<Language> language,
    String entry,
    List<ObjectId> assets,
    Optional<PartRef> source) {
  static final String KIND = "code";
  static final String SOURCE = "source";

  public Code {
    assets = List.copyOf(assets);
  }

  static Code of(StateObject object) {
    return new Code(
        object.id(),
        object.text("language").flatMap(Code::language),
        object.text("entry").orElse(""),
        Values.references(object, "assets"),
        object.part(SOURCE));
  }

  /** How objects name a language. */
  static String word(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Language> language(String word) {
    return Stream.of(Language.values()).filter(known -> word(known).equals(word)).findFirst();
  }
}
