package org.resetscope.install.internal;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** resetscope uninstall. */
@Command(name = "uninstall", sortOptions = false, description = "Removes plug-ins.",
        footer = { "", "Exit codes: as of install." })
public final class UninstallCommand extends InstallationCommand {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "As 'resetscope plugins' lists it.")
    private List<String> ids;

    @Override
    void work(Installation installation, IProgressMonitor monitor) throws InstallationException {
        SubMonitor progress = SubMonitor.convert(monitor, "Removing", ids.size());
        for (String id : ids) {
            IInstallableUnit removed = installation.uninstall(id, progress.newChild(1));
            say("Removed " + Installation.shortId(removed) + " " + removed.getVersion() + ".");
        }
    }
}
