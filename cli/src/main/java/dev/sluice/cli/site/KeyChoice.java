package dev.sluice.cli.site;

import dev.sluice.bundle.ssh.SshPublicKey;
import java.util.Optional;

/**
 * What kind of keys a site gets.
 *
 * @param inAgent the key of an ssh-agent that is to sign; empty for one in a file
 * @param composite whether there is a key for second signatures, too
 */
public record KeyChoice(Optional<SshPublicKey> inAgent, boolean composite) {}
