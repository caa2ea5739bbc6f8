package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import dev.sluice.datasite.run.Language;
import dev.sluice.datasite.run.RunRequest;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.StateObject;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.StoreView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a request asks to run, as far as this side has it. */
record Assignment(
    Language language, PartRef source, String entry, SortedMap<String, PartRef> data) {

  /**
   * Looks everything up.
   *
   * @throws DatasiteException {@code MISSING_DATA} if an asset has no private data here
   */
  static Assignment of(Request request, Datasite site, StoreView view) throws DatasiteException {
    ObjectId id =
        request.code().orElseThrow(() -> cannotStart("request " + request.id() + " has no code"));
    Code code = Code.of(site.require(view, id, Code.KIND));
    Language language =
        code.language()
            .orElseThrow(() -> cannotStart("the code is in a language that this site lacks"));
    PartRef source =
        code.source().orElseThrow(() -> cannotStart("the code " + id + " has no source"));
    return new Assignment(language, source, code.entry(), data(code, site, view));
  }

  private static SortedMap<String, PartRef> data(Code code, Datasite site, StoreView view)
      throws DatasiteException {
    var data = new TreeMap<String, PartRef>();
    for (ObjectId id : code.assets()) {
      StateObject object = site.require(view, id, Asset.KIND);
      Asset asset = Asset.of(object);
      PartRef part = asset.data().orElseThrow(() -> missing(asset));
      if (data.put(asset.name(), part) != null) {
        throw cannotStart("two assets are called \"" + asset.name() + "\"");
      }
    }
    return data;
  }

  private static DatasiteException missing(Asset asset) {
    return new DatasiteException(
        Reason.MISSING_DATA,
        "this side has no private data for the asset \"" + asset.name() + "\"");
  }

  private static DatasiteException cannotStart(String sentence) {
    return new DatasiteException(Reason.CANNOT_START, sentence);
  }

  /** Puts source and private data into {@code folder} and describes the run over them. */
  RunRequest layOut(PrivateFolder folder, Workbench bench, Datasite site)
      throws IOException, StoreException {
    var assets = new TreeMap<String, Path>();
    for (var asset : data.entrySet()) {
      assets.put(asset.getKey(), copy(asset.getValue(), "asset-" + assets.size(), folder, site));
    }
    return RunRequest.of(
            language,
            copy(source, "source", folder, site),
            entry,
            assets,
            bench.limits(),
            folder.resolve("run"))
        .hiding(bench.hidden());
  }

  private static Path copy(PartRef part, String name, PrivateFolder folder, Datasite site)
      throws IOException, StoreException {
    try (InputStream in = site.open(part)) {
      return folder.write(name, in);
    }
  }
}
