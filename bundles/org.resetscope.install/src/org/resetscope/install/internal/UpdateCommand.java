package org.resetscope.install.internal;

import java.net.URI;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** resetscope update: as Help &gt; Check for Updates. */
@Command(name = "update", sortOptions = false,
        description = "Brings ResetScope and what is installed in it up to date.",
        footer = {
                "",
                "Exit codes: as of install; 0 also where there was nothing to update." })
public final class UpdateCommand extends InstallationCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "REPOSITORY",
            description = "Where to look; as of install. Default: the repositories that something was installed from.")
    private String repository;

    @Override
    void work(Installation installation, IProgressMonitor monitor) throws InstallationException {
        SubMonitor progress = SubMonitor.convert(monitor, "Updating", 100);
        if (repository == null) {
            tell(installation.update(null, progress));
            return;
        }
        try (Repository from = Repository.at(repository, installation.agent(), progress.newChild(10))) {
            from.load(progress.newChild(20));
            URI address = from.address();
            tell(installation.update(address, progress.newChild(70)));
        }
    }

    private void tell(List<String> updates) {
        if (updates.isEmpty()) {
            say("Everything is up to date.");
        }
        updates.forEach(update -> say("Updated " + update + "."));
    }
}
