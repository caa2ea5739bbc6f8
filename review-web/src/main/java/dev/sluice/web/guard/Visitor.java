package dev.sluice.web.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Recognises requests of the one browser that was let in, and refuses all others. */
public final class Visitor {
  /** The parts of a request that tell who sent it; each header as often as it came. */
  public record Claims(
      String method,
      List<String> host,
      List<String> origin,
      List<String> fetchSite,
      List<String> cookies) {}

  /** Why a request is refused. */
  public enum Refusal {
    /** It is addressed to another name: a name of somebody else's that points to this machine. */
    WRONG_HOST(421, "this address is not the one that the page was started on"),
    /** It comes from a page that is not this one. */
    CROSS_SITE(403, "this form was not sent from the review page"),
    /** It comes from a browser that was not let in. */
    UNKNOWN(403, "this browser was not let in; use the address that sluice review --web printed");

    private final int status;
    private final String words;

    Refusal(int status, String words) {
      this.status = status;
      this.words = words;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    public String words() {
      return words;
    }
  }

  private final String authority;
  private final String cookieName;
  private final String secret;

  /**
   * @param port the port of the server; part of the cookie's name, since cookies know no ports
   */
  public Visitor(int port, SecureRandom random) {
    this.authority = "127.0.0.1:" + port;
    this.cookieName = "sluice-" + port;
    this.secret = Secret.text(random);
  }

  /** The only origin that the page has. */
  public String origin() {
    return "http://" + authority;
  }

  /** The value of the header that lets a browser in. */
  public String cookie() {
    return cookieName + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /** Why a request is not answered at all, whoever sent it. */
  public Optional<Refusal> addressed(Claims claims) {
    if (!claims.host().equals(List.of(authority))) {
      return Optional.of(Refusal.WRONG_HOST);
    }
    boolean asksOnly = claims.method().equals("GET");
    boolean fromHere =
        claims.origin().equals(List.of(origin()))
            && claims.fetchSite().equals(List.of("same-origin"));
    return asksOnly || fromHere ? Optional.empty() : Optional.of(Refusal.CROSS_SITE);
  }

  /** Why a request is not answered beyond {@link #addressed}. */
  public Optional<Refusal> known(Claims claims) {
    boolean known =
        claims.cookies().stream()
            .flatMap(header -> Arrays.stream(header.split(";", -1)))
            .map(String::strip)
            .anyMatch(this::isOurs);
    return known ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
  }

  private boolean isOurs(String cookie) {
    byte[] expected = (cookieName + "=" + secret).getBytes(US_ASCII);
    return MessageDigest.isEqual(expected, cookie.getBytes(US_ASCII));
  }
}
