package dev.sluice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.canonical.Digest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.audit.AuditEntry;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.audit.AuditFilter;
import dev.sluice.state.batch.BatchPlanner;
import dev.sluice.state.batch.WholeBatch;
import dev.sluice.state.diff.Comparison;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.Cascade;
import dev.sluice.state.review.EarlierRelease;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.BundleEntry;
import dev.sluice.state.store.Decision;
import dev.sluice.state.store.Direction;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.Samples;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Desk;
import dev.sluice.web.desk.DeskException;
import dev.sluice.web.desk.Plan;
import dev.sluice.web.desk.Ruling;
import dev.sluice.web.desk.Trail;
import dev.sluice.web.report.TransferReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site that is kept in memory: what the page asks of it is written down, never carried out. */
final class PretendedDesk implements Desk {
  private static final Kinds KINDS = Kinds.builtIn();
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final InMemoryState theirs = new InMemoryState(KINDS);
  private final InMemoryState ours = new InMemoryState(KINDS);
  private final Map<Digest, byte[]> blobs = new HashMap<>();
  private final List<ListedBatch> batches = new ArrayList<>();
  final List<EarlierRelease> earlier = new ArrayList<>();
  final Map<Digest, TransferReport> reports = new HashMap<>();
  private final Map<ObjectId, Decision> decisions = new HashMap<>();

  /** What was asked for, in words. */
  final List<String> done = new ArrayList<>();

  long sequence = 7;
  Optional<String> passphrase = Optional.empty();

  /** Keeps {@code text} and gives the part that names it. */
  PartRef part(String text) {
    return part(text.getBytes(UTF_8));
  }

  PartRef part(byte[] bytes) {
    var part = new PartRef(Digest.of(bytes), bytes.length);
    blobs.put(part.digest(), bytes);
    return part;
  }

  /** A request of curie with its code waits. */
  ListedBatch request(String name, String code) throws Exception {
    return request(name, "Research", code);
  }

  ListedBatch request(String name, String purpose, String source) throws Exception {
    StateObject code =
        theirs.put(
            Samples.object("code", name)
                .with("language", "python")
                .withPart("source", part(source)));
    StateObject request =
        theirs.put(
            Samples.object("request", name)
                .with("purpose", purpose)
                .with("code", code.id().text()));
    return list(Direction.IN, Side.LOW, request.id(), theirs, ours);
  }

  /** A job with a result and a log waits to leave. */
  ListedBatch job(String name, PartRef result, PartRef stdout) throws Exception {
    StateObject request = ours.put(Samples.object("request", name));
    StateObject job = ours.put(Samples.object("job", name).with("request", request.id().text()));
    ours.put(Samples.ofJob("result", name, job).withPart("value", result));
    ours.put(Samples.ofJob("log", name, job).withPart("stdout", stdout));
    return list(Direction.OUT, Side.HIGH, job.id(), ours, new InMemoryState(KINDS));
  }

  private ListedBatch list(
      Direction direction, Side sender, ObjectId root, InMemoryState from, InMemoryState to)
      throws Exception {
    WholeBatch whole = BatchPlanner.plan(from, KINDS, sender, root);
    var comparison =
        new Comparison(
            to,
            KINDS,
            id -> Optional.empty(),
            part -> Optional.ofNullable(blobs.get(part.digest())));
    var batch =
        new ListedBatch(
            direction,
            "low-lab",
            whole,
            kind(whole.batch().rootKind()),
            comparison.of(whole),
            Standing.UNDECIDED,
            Optional.empty(),
            direction == Direction.OUT ? privateItems(whole) : List.of());
    batches.add(batch);
    return batch;
  }

  private static Kind kind(String name) {
    return KINDS.kind(name).orElseThrow();
  }

  private List<PrivateItem> privateItems(WholeBatch whole) {
    return whole.documents().stream()
        .flatMap(
            d -> PrivateItem.of(ours.find(d.id()).orElseThrow(), kind(d.kind()), ours).stream())
        .toList();
  }

  @Override
  public Board board() {
    return new Board(
        new SiteIdentity("high-lab", Side.HIGH, "", "2".repeat(32), List.of()),
        "ana",
        KINDS,
        sequence,
        batches.stream().map(this::standing).toList(),
        List.of(),
        id -> ours.find(id).isPresent(),
        id -> id.text().substring(0, 7));
  }

  private ListedBatch standing(ListedBatch batch) {
    Optional<Decision> decision = Optional.ofNullable(decisions.get(batch.root()));
    return new ListedBatch(
        batch.direction(),
        batch.peer(),
        batch.whole(),
        batch.kind(),
        batch.diff(),
        Standing.of(decision, batch.id(), batch.diff().collision()),
        decision,
        batch.privateItems());
  }

  @Override
  public Board everything() {
    return board();
  }

  @Override
  public Optional<byte[]> content(PartRef part) {
    return Optional.ofNullable(blobs.get(part.digest()));
  }

  @Override
  public List<Decision> decisions(ListedBatch batch) {
    return Optional.ofNullable(decisions.get(batch.root())).stream().toList();
  }

  @Override
  public List<ListedBatch> along(Board board, ListedBatch batch, Verdict verdict) {
    return verdict == Verdict.IGNORE
        ? Cascade.dependents(batch, board.beside(batch)).stream()
            .filter(other -> !other.root().equals(batch.root()))
            .toList()
        : List.of();
  }

  @Override
  public void decide(List<ListedBatch> chosen, Ruling ruling) {
    for (ListedBatch batch : chosen) {
      done.add(ruling.verdict() + " " + batch.title() + " " + ruling.reason() + ruling.note());
      decisions.put(
          batch.root(),
          new Decision(
              batch.direction(),
              batch.root(),
              batch.id(),
              ruling.verdict(),
              "ana",
              ruling.reason(),
              ruling.note(),
              NOW,
              Optional.empty(),
              ""));
    }
    sequence++;
  }

  @Override
  public Plan plan() {
    return new Plan(
        "pl-12345678",
        SafeText.literal("1 to create"),
        Plan.Changes.SOMETHING,
        batches.stream()
            .map(
                batch ->
                    new Plan.Line(
                        SafeText.literal("+ create"),
                        batch.root(),
                        batch.kind().name(),
                        SafeText.of(batch.title()),
                        SafeText.literal("approved by ana")))
            .toList());
  }

  @Override
  public SafeText apply(String plan) {
    done.add("apply " + plan);
    return SafeText.sentence("Applied {}.", plan);
  }

  @Override
  public void share(ListedBatch batch, List<PrivateItem> items, String reason) {
    done.add("share " + items.size() + " " + reason);
  }

  @Override
  public List<EarlierRelease> releasedBefore(ListedBatch batch) {
    return earlier;
  }

  @Override
  public void withhold(List<PrivateItem> items) {
    done.add("withhold " + items.size());
  }

  @Override
  public boolean hasPassphrase() {
    return passphrase.isPresent();
  }

  @Override
  public boolean opensKeys(char[] typed) {
    return passphrase.equals(Optional.of(new String(typed)));
  }

  @Override
  public List<BundleEntry> history(int most) {
    return List.of();
  }

  @Override
  public Optional<TransferReport> report(Digest bundle) {
    return Optional.ofNullable(reports.get(bundle));
  }

  @Override
  public Trail audit(AuditFilter filter) throws DeskException {
    var entry = new AuditEntry(sequence, NOW, Digest.ZERO, AuditEvent.of("decide-skip", "ben"));
    return new Trail(List.of(entry), Optional.empty());
  }
}
