package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of few words that can also lie: every header is as the test says. */
final class PageVisit {
  /** What came back. */
  record Reply(int status, String head, String body) {
    String header(String name) {
      Matcher found =
          Pattern.compile("(?im)^" + Pattern.quote(name) + ": (.*?)\\r?$").matcher(head);
      return found.find() ? found.group(1) : "";
    }
  }

  private final int port;
  private final Map<String, String> headers = new LinkedHashMap<>();

  PageVisit(String address) {
    this.port = URI.create(address).getPort();
    headers.put("Host", "127.0.0.1:" + port);
  }

  /** Lets itself in by the launch address. */
  static PageVisit launched(ReviewServer server) throws IOException {
    String address = server.launchAddress();
    var visit = new PageVisit(address);
    URI uri = URI.create(address);
    Reply reply = visit.get(uri.getPath() + "?" + uri.getQuery());
    return visit.with("Cookie", reply.header("Set-Cookie").replaceFirst(";.*", ""));
  }

  PageVisit with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  PageVisit without(String header) {
    headers.remove(header);
    return this;
  }

  /** Sends forms as the page itself would. */
  PageVisit fromThePage() {
    return with("Origin", "http://127.0.0.1:" + port).with("Sec-Fetch-Site", "same-origin");
  }

  Reply get(String path) throws IOException {
    return send("GET " + path, "");
  }

  /** Sends the form of {@code page} that goes to {@code action}, with its hidden fields. */
  Reply submit(Reply page, String action, String... fields) throws IOException {
    var all = new ArrayList<String>();
    String form = form(page.body(), action);
    Matcher hidden =
        Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"").matcher(form);
    while (hidden.find()) {
      all.add(hidden.group(1));
      all.add(hidden.group(2));
    }
    all.addAll(List.of(fields));
    return post(action, all.toArray(String[]::new));
  }

  private static String form(String page, String action) {
    int start = page.indexOf("action=\"" + action + "\"");
    if (start < 0) {
      throw new AssertionError("no form for " + action + " in " + page);
    }
    return page.substring(start, page.indexOf("</form>", start));
  }

  Reply post(String path, String... fields) throws IOException {
    var body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(fields[i], UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return send("POST " + path, body.toString());
  }

  Reply send(String start, String body) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request = new StringBuilder(start + " HTTP/1.1\r\nConnection: close\r\n");
      headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
      if (!body.isEmpty()) {
        request.append("Content-Type: application/x-www-form-urlencoded\r\n");
        request.append("Content-Length: " + body.length() + "\r\n");
      }
      socket.getOutputStream().write((request + "\r\n" + body).getBytes(UTF_8));
      return read(socket.getInputStream());
    }
  }

  private static Reply read(InputStream in) throws IOException {
    String all = new String(in.readAllBytes(), UTF_8);
    int end = all.indexOf("\r\n\r\n");
    int status = Integer.parseInt(all.substring(9, 12));
    return new Reply(status, all.substring(0, end), all.substring(end + 4));
  }
}
