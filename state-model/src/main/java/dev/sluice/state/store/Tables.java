package dev.sluice.state.store;

/** Every table, over one connection. */
record Tables(
    SiteTable site,
    FreezeTable freeze,
    AuditTable audit,
    ObjectTable objects,
    ReleaseTable releases,
    BlobTable blobs,
    DocumentTable documents,
    PeerTable peers,
    OutgoingTable outgoing,
    SentTable sent,
    AgreedTable agreed,
    PeerBlobTable peerBlobs,
    FeedTable feed,
    InboxTable inbox,
    BundleTable bundles,
    DecisionTable decisions,
    SightingTable sightings) {
  static Tables over(Sql sql) {
    return new Tables(
        new SiteTable(sql),
        new FreezeTable(sql),
        new AuditTable(sql),
        new ObjectTable(sql),
        new ReleaseTable(sql),
        new BlobTable(sql),
        new DocumentTable(sql),
        new PeerTable(sql),
        new OutgoingTable(sql),
        new SentTable(sql),
        new AgreedTable(sql),
        new PeerBlobTable(sql),
        new FeedTable(sql),
        new InboxTable(sql),
        new BundleTable(sql),
        new DecisionTable(sql),
        new SightingTable(sql));
  }
}
