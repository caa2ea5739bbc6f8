package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sluice.web.guard.LaunchToken;
import dev.sluice.web.guard.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The one door: what passes here comes from the reviewer's browser and is well formed. */
final class Gate implements HttpHandler {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Visitor visitor;
  private final LaunchToken token;
  private final Activity activity;
  private final Routes routes;

  Gate(Visitor visitor, LaunchToken token, Activity activity, Routes routes) {
    this.visitor = visitor;
    this.token = token;
    this.activity = activity;
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try (exchange) {
      answer = answer(exchange);
      byte[] body = answer.body();
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    answer.next().run();
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("POST")) {
      return routes.trouble(405, "the page knows GET and POST only");
    }
    Visitor.Claims claims = claims(exchange);
    Optional<Visitor.Refusal> refusal = visitor.addressed(claims);
    if (refusal.isEmpty() && exchange.getRequestURI().getPath().equals("/launch")) {
      return launch(exchange);
    }
    refusal = refusal.or(() -> visitor.known(claims));
    if (refusal.isPresent()) {
      return routes.trouble(refusal.get().status(), refusal.get().words());
    }
    activity.note();
    try {
      return routes.answer(request(exchange));
    } catch (BadRequestException e) {
      return routes.trouble(400, e.getMessage());
    }
  }

  private Answer launch(HttpExchange exchange) {
    try {
      String offered = query(exchange).text("token");
      return token.redeem(offered)
          ? routes.welcome().with("Set-Cookie", visitor.cookie())
          : routes.trouble(403, "this address was used already, or is too old; start again");
    } catch (BadRequestException e) {
      return routes.trouble(400, e.getMessage());
    }
  }

  private static Visitor.Claims claims(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    return new Visitor.Claims(
        exchange.getRequestMethod(),
        headers.getOrDefault("Host", List.of()),
        headers.getOrDefault("Origin", List.of()),
        headers.getOrDefault("Sec-Fetch-Site", List.of()),
        headers.getOrDefault("Cookie", List.of()));
  }

  private static FormFields query(HttpExchange exchange) throws BadRequestException {
    String query = exchange.getRequestURI().getRawQuery();
    return FormFields.parse(query == null ? "" : query);
  }

  private static Request request(HttpExchange exchange) throws IOException, BadRequestException {
    FormFields form = FormFields.parse("");
    if (exchange.getRequestMethod().equals("POST")) {
      if (!FORM.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
        throw new BadRequestException("a POST without a form");
      }
      byte[] body = exchange.getRequestBody().readNBytes(FormFields.LONGEST + 1);
      form = FormFields.parse(new String(body, UTF_8));
    }
    return new Request(
        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query(exchange), form);
  }
}
