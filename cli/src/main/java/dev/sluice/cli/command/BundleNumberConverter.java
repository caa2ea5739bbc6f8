package dev.sluice.cli.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The number of a bundle, as people type it: {@code bn-000042} or {@code 42}. */
public final class BundleNumberConverter implements ITypeConverter<Long> {
  private static final Pattern NAME = Pattern.compile("(?:bn-)?([0-9]{1,16})");

  @Override
  public Long convert(String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("a bundle is bn- and its number, such as bn-000042");
    }
    return Long.parseLong(matcher.group(1));
  }
}
