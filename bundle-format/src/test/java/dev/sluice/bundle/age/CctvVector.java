package dev.sluice.bundle.age;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** One vector: lines of {@code key: value}, an empty line, an age file. */
final class CctvVector {
  private final String name;
  private final Map<String, List<String>> fields;
  private final byte[] file;

  private CctvVector(String name, Map<String, List<String>> fields, byte[] file) {
    this.name = name;
    this.fields = fields;
    this.file = file;
  }

  static CctvVector read(Path path) throws IOException {
    byte[] all = Files.readAllBytes(path);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    var fields = new LinkedHashMap<String, List<String>>();
    for (String line : text.substring(0, end).split("\n", -1)) {
      String[] field = line.split(": ", 2);
      fields.computeIfAbsent(field[0], key -> new ArrayList<>()).add(field[1]);
    }
    byte[] rest = Arrays.copyOfRange(all, end + 2, all.length);
    byte[] file = fields.containsKey("compressed") ? inflate(rest) : rest;
    return new CctvVector(path.getFileName().toString(), fields, file);
  }

  String name() {
    return name;
  }

  InputStream file() {
    return new ByteArrayInputStream(file);
  }

  byte[] fileBytes() {
    return file.clone();
  }

  /** The values of {@code key}: several, one or none. */
  List<String> all(String key) {
    return fields.getOrDefault(key, List.of());
  }

  boolean armored() {
    return fields.containsKey("armored");
  }

  private static byte[] inflate(byte[] bytes) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
