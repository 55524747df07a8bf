package org.resetscope.install.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** resetscope install: as Help &gt; Install New Software. */
@Command(name = "install", sortOptions = false,
        description = "Installs plug-ins into this ResetScope: the workbench and the command line then have them.",
        footer = {
                "",
                "Exit codes:",
                "  0  installed",
                "  1  it cannot be installed here, or was not trusted; nothing was changed",
                "  2  wrong usage",
                "  3  the repository cannot be read",
                "  4  cancelled; nothing was changed",
                "  5  internal error, or the installation cannot be written to" })
public final class InstallCommand extends InstallationCommand {

    @Parameters(index = "0", paramLabel = "REPOSITORY", description = "The address of a p2 repository, or a folder or zip file that is one;"
            + " or a folder with plug-ins (*.jar), or a plug-in.")
    private String repository;

    @Parameters(index = "1..*", paramLabel = "ID", description = "What to install from it. Default: all features.")
    private List<String> ids = new ArrayList<>();

    @Override
    void work(Installation installation, IProgressMonitor monitor) throws InstallationException {
        SubMonitor progress = SubMonitor.convert(monitor, "Installing", 100);
        try (Repository from = Repository.at(repository, installation.agent(), progress.newChild(10))) {
            Collection<IInstallableUnit> units = Installation.choose(from.load(progress.newChild(20)), ids);
            installation.install(units, from.address(), progress.newChild(70));
            from.remember();
            units.forEach(unit -> say("Installed " + Installation.shortId(unit) + " " + unit.getVersion() + "."));
        }
    }
}
