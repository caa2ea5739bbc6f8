package dev.sluice.bundle.vectors;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All methods that make a vector. */
final class Catalogue {
  private static final List<Class<?>> CLASSES =
      List.of(
          GoodVectors.class,
          FolderVectors.class,
          SignatureVectors.class,
          SumsVectors.class,
          ManifestVectors.class,
          RoutingVectors.class,
          KeyVectors.class,
          AgeVectors.class,
          ZstdVectors.class,
          TarVectors.class,
          ContentsVectors.class,
          RecipeVectors.class);

  private Catalogue() {}

  /**
   * One method.
   *
   * @param name of the folder
   * @param kept whether the folder lies in the repository
   */
  record Recipe(String name, Vector vector, boolean kept, Forge forge) {
    Map<String, byte[]> files() {
      return forge.make();
    }
  }

  static List<Recipe> recipes() {
    var recipes = new ArrayList<Recipe>();
    for (Class<?> type : CLASSES) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isStatic(method.getModifiers())
            && (method.isAnnotationPresent(Attack.class)
                || method.isAnnotationPresent(Good.class))) {
          recipes.add(recipe(method));
        }
      }
    }
    recipes.sort(Comparator.comparing(Recipe::name));
    return recipes;
  }

  private static Recipe recipe(Method method) {
    String name =
        method.getName().replaceAll("([A-Z]|(?<=[a-z])[0-9]+)", "-$1").toLowerCase(Locale.ROOT);
    Attack attack = method.getAnnotation(Attack.class);
    Good good = method.getAnnotation(Good.class);
    Party party = attack != null ? attack.pairing() : good.pairing();
    Forge forge =
        new Forge(name, party.pair(), attack != null ? attack.direction() : good.direction());
    try {
      method.invoke(null, forge);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
    return attack != null
        ? new Recipe(name, Vector.of(attack), attack.kept(), forge)
        : new Recipe(name, Vector.of(good), true, forge);
  }
}
