package dev.sluice.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.state.edit.Edits;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The arrows between modules and packages, and what may be used where. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule bundleFormatKnowsNothingOfObjects =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.bundle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.state..",
              "dev.sluice.exporter..",
              "dev.sluice.importer..",
              "dev.sluice.datasite..",
              "dev.sluice.cli..")
          .because("the format can be read, tested and written again alone");

  @ArchTest
  static final ArchRule stateModelKnowsNothingOfBundles =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.bundle..",
              "dev.sluice.exporter..",
              "dev.sluice.importer..",
              "dev.sluice.datasite..",
              "dev.sluice.cli..")
          .because("both sides need it and neither may own it");

  @ArchTest
  static final ArchRule exporterAndImporterNeverMeet =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.exporter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.importer..", "dev.sluice.datasite..", "dev.sluice.cli..")
          .because("what leaves is decided without knowing how things come in");

  @ArchTest
  static final ArchRule importerAndExporterNeverMeet =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.importer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.exporter..", "dev.sluice.datasite..", "dev.sluice.cli..")
          .because("what comes in is decided without knowing how things leave");

  @ArchTest
  static final ArchRule datasiteStandsOnTheStateModelAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.datasite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.bundle..",
              "dev.sluice.exporter..",
              "dev.sluice.importer..",
              "dev.sluice.cli..")
          .because("the research workflow is the same whether anything ever crosses");

  @ArchTest
  static final ArchRule bouncyCastleHasOneAddress =
      onlyIn("dev.sluice.bundle.crypto", "org.bouncycastle..");

  @ArchTest
  static final ArchRule archiveLibrariesHaveOneAddress =
      onlyIn("dev.sluice.bundle.archive", "org.apache.commons..", "com.github.luben..");

  @ArchTest
  static final ArchRule jacksonHasOneAddress = onlyIn("dev.sluice.canonical", "tools.jackson..");

  @ArchTest
  static final ArchRule sqlHasOneAddress =
      onlyIn("dev.sluice.state.store", "java.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule diffLibraryHasOneAddress =
      onlyIn("dev.sluice.state.diff", "com.github.difflib..");

  @ArchTest
  static final ArchRule picocliHasOneAddress =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..")
          .because("the command line is one way in, not part of the work");

  @ArchTest
  static final ArchRule apiKnowsNoTerminal =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "dev.sluice.cli.command..", "dev.sluice.cli.console..")
          .because("the same steps serve programs that have none");

  @ArchTest
  static final ArchRule onlyApplyTakesOverWhatThePeerSent =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.importer.apply")
          .should()
          .callMethodWhere(
              target(name("accept").or(name("resolve"))).and(target(owner(type(Edits.class)))))
          .because("the dangerous step is one call with one name in one place");

  @ArchTest
  static final ArchRule nothingTalksToANetwork =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.rmi..", "javax.net..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection)")
          .because("the two sides meet on a stick only");

  @ArchTest
  static final ArchRule onlyTheReviewPageServesAnything =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.web")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.net..")
          .because("it listens on the loopback address, for one browser");

  @ArchTest
  static final ArchRule nothingAddressesAnotherMachine =
      noClasses()
          .should()
          .callConstructor(InetSocketAddress.class, int.class)
          .orShould()
          .callConstructor(InetSocketAddress.class, String.class, int.class)
          .orShould()
          .callMethod(InetAddress.class, "getByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getAllByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getLocalHost")
          .because("the page is for a browser on this machine");

  @ArchTest
  static final ArchRule picturesAreDecodedInOnePlace =
      onlyIn("dev.sluice.web.preview", "javax.imageio..", "java.awt..");

  @ArchTest
  static final ArchRule reviewPageSeesValuesOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.sluice.bundle..",
              "dev.sluice.exporter..",
              "dev.sluice.importer..",
              "dev.sluice.datasite..",
              "dev.sluice.cli..")
          .because("what it shows and does comes through its desk");

  @ArchTest
  static final ArchRule templatesHaveOneAddress = onlyIn("dev.sluice.web.page", "gg.jte..");

  @ArchTest static final ArchRule webPackagesHaveNoCycle = free("dev.sluice.web.(*)..");

  @ArchTest
  static final ArchRule nothingDeserializesObjects =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .because("bytes of the peer are data, never objects");

  @ArchTest
  static final ArchRule onlyTheProgramPrints =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.sluice.cli.console.Environment")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("untrusted text reaches a terminal through SafeText only");

  @ArchTest
  static final ArchRule unixSocketsHaveOneAddress =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.bundle.ssh.agent")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.UnixDomainSocketAddress"
                  + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel")
          .because("an ssh-agent on this machine is all that is talked to");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .because("such a name hides a missing noun");

  @ArchTest static final ArchRule bundlePackagesHaveNoCycle = free("dev.sluice.bundle.(*)..");

  @ArchTest static final ArchRule statePackagesHaveNoCycle = free("dev.sluice.state.(*)..");

  @ArchTest static final ArchRule importerPackagesHaveNoCycle = free("dev.sluice.importer.(*)..");

  @ArchTest static final ArchRule cliPackagesHaveNoCycle = free("dev.sluice.cli.(*)..");

  private static ArchRule free(String packages) {
    return slices()
        .matching(packages)
        .should()
        .beFreeOfCycles()
        .ignoreDependency(alwaysTrue(), resideInAPackage("..testing.."));
  }

  private static ArchRule onlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .because("then its upgrade, or its vulnerability, has one address");
  }
}
