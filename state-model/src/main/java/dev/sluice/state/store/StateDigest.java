package dev.sluice.state.store;

import dev.sluice.canonical.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * What a store holds, in two digests. Equal digests mean equal content, so a test can say that an
 * interrupted write left the state as it was, or as it should be, and nothing else.
 *
 * @param content all tables but the log, in the order of their keys, and with them the names of all
 *     blobs that are needed; without the audit sequences in them, which count attempts as well
 * @param audit the head of the audit log
 */
public record StateDigest(Digest content, Digest audit) {
  private static final List<String> TABLES =
      List.of(
          "SELECT name, side, organisation, incarnation, lineage FROM site",
          "SELECT cause, evidence, at FROM freeze",
          "SELECT id, content FROM object ORDER BY id",
          "SELECT object, name, digest FROM part ORDER BY object, name",
          "SELECT source, target FROM reference ORDER BY source, target",
          "SELECT object, item, digest, released_by, reason, at FROM released"
              + " ORDER BY object, item",
          "SELECT digest, content FROM document ORDER BY digest",
          "SELECT document, digest FROM document_blob ORDER BY document, digest",
          "SELECT name, side, pairing, coalesce(incarnation, ''), lineage, in_position, in_chain,"
              + " last_bundle_in, acked_position, next_bundle, coalesce(heard_at, '')"
              + " FROM peer ORDER BY name",
          "SELECT peer, root FROM outgoing ORDER BY peer, root",
          "SELECT peer, object, document FROM sent ORDER BY peer, object",
          "SELECT peer, object, document, at FROM agreed ORDER BY peer, object",
          "SELECT peer, digest FROM peer_blob ORDER BY peer, digest",
          "SELECT peer, position, root, batch, chain, provenance FROM feed ORDER BY peer, position",
          "SELECT peer, position, root, batch, chain, state, provenance FROM inbox ORDER BY peer, position",
          "SELECT entry, direction, digest, peer, number, after_position, to_position, bytes, at,"
              + " note FROM bundle ORDER BY entry",
          "SELECT entry, direction, peer, root, batch, verdict, decided_by, reason, note, at,"
              + " resolution, signature FROM decision ORDER BY entry");

  static StateDigest of(Sql sql, Tables tables) {
    MessageDigest hasher = Digest.hasher();
    for (String table : TABLES) {
      add(hasher, table.getBytes(StandardCharsets.UTF_8));
      sql.forEach(table, row -> row.values().forEach(value -> add(hasher, value)));
    }
    return new StateDigest(Digest.finish(hasher.digest()), tables.audit().head().digest());
  }

  /** Each value with its length, so that no two lists of values run together. */
  private static void add(MessageDigest hasher, byte[] value) {
    hasher.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value.length));
    hasher.update(value);
  }
}
