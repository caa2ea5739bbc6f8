package dev.sluice.importer.receive;

import dev.sluice.canonical.Digest;
import dev.sluice.state.feed.Chain;
import java.util.Optional;
import java.util.function.LongFunction;

/** The chain hashes of a feed that the store keeps. */
record StoredChain(long length, LongFunction<Optional<Digest>> source) implements Chain {
  @Override
  public Digest at(long position) {
    return source.apply(position).orElseThrow();
  }
}
