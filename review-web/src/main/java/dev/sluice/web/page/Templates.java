package dev.sluice.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, which escape whatever they are given. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          Templates.class.getPackageName());

  private Templates() {}

  /** A screen of the page. */
  static String screen(String template, Object model, Frame frame) {
    return render(template, Map.of("page", model, "frame", frame));
  }

  /** Something that stands alone. */
  static String sheet(String template, Object model) {
    return render(template, Map.of("page", model));
  }

  private static String render(String template, Map<String, Object> parameters) {
    var output = new StringOutput();
    ENGINE.render(template + ".jte", parameters, output);
    return output.toString();
  }
}
