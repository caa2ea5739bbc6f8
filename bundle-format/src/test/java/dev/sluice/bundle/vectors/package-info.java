/**
 * Published vectors: good and hostile bundles under {@code src/test/resources/vectors}, and the
 * methods that make them.
 *
 * <p>One method of a {@code …Vectors} class is one vector; the folder has its name in words with
 * hyphens. {@code mvn -pl bundle-format -am test -Dtest=VectorsTest -Dsluice.vectors=write
 * -Dsurefire.failIfNoSpecifiedTests=false} writes them all again.
 */
package dev.sluice.bundle.vectors;
