package org.resetscope.install.internal;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.publisher.IPublisherAction;
import org.eclipse.equinox.p2.publisher.IPublisherInfo;
import org.eclipse.equinox.p2.publisher.Publisher;
import org.eclipse.equinox.p2.publisher.PublisherInfo;
import org.eclipse.equinox.p2.publisher.eclipse.BundlesAction;
import org.eclipse.equinox.p2.publisher.eclipse.FeaturesAction;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.resetscope.cli.ExitCodes;

/** A place to install from: a p2 repository at an address, in a folder or a zip file; or a folder of plug-ins, or a plug-in alone. */
final class Repository implements AutoCloseable {

    private static final List<String> INDEXES = List.of("p2.index", "content.jar", "content.xml", "content.xml.xz", "compositeContent.jar",
            "compositeContent.xml", "site.xml");

    private final IProvisioningAgent agent;
    private final URI address;
    /** Made for this installation only; else null. */
    private final Path made;

    private Repository(IProvisioningAgent agent, URI address, Path made) {
        this.agent = agent;
        this.address = address;
        this.made = made;
    }

    /** @param place as the user typed it */
    static Repository at(String place, IProvisioningAgent agent, IProgressMonitor monitor) throws InstallationException {
        if (place.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*")) {
            try {
                return new Repository(agent, new URI(place), null);
            } catch (URISyntaxException e) {
                throw new InstallationException("'" + place + "' is no address: " + e.getMessage(), ExitCodes.USAGE);
            }
        }
        Path file = new File(place).toPath().toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new InstallationException("there is no file or folder " + place, ExitCodes.UNREADABLE);
        }
        if (file.toString().endsWith(".zip")) {
            return new Repository(agent, URI.create("jar:" + file.toUri() + "!/"), null);
        }
        if (INDEXES.stream().anyMatch(index -> Files.exists(file.resolve(index)))) {
            return new Repository(agent, file.toUri(), null);
        }
        return published(file, agent, monitor);
    }

    private static Repository published(Path place, IProvisioningAgent agent, IProgressMonitor monitor) throws InstallationException {
        try {
            File[] plugins = jars(Files.isDirectory(place.resolve("plugins")) ? place.resolve("plugins") : place);
            File[] features = jars(place.resolve("features"));
            if (plugins.length == 0) {
                throw new InstallationException(place + " is neither a repository nor has it plug-ins (*.jar)", ExitCodes.UNREADABLE);
            }
            Path made = Files.createTempDirectory("resetscope-install");
            PublisherInfo info = new PublisherInfo();
            info.setArtifactOptions(IPublisherInfo.A_INDEX | IPublisherInfo.A_PUBLISH);
            info.setMetadataRepository(Publisher.createMetadataRepository(agent, made.toUri(), place.toString(), false, false));
            info.setArtifactRepository(Publisher.createArtifactRepository(agent, made.toUri(), place.toString(), false));
            IStatus status = new Publisher(info).publish(new IPublisherAction[] { new FeaturesAction(features), new BundlesAction(plugins) }, monitor);
            if (status.matches(IStatus.ERROR)) {
                throw new InstallationException(place + ": " + status.getMessage(), ExitCodes.UNREADABLE);
            }
            return new Repository(agent, made.toUri(), made);
        } catch (IOException | ProvisionException e) {
            throw new InstallationException(place + " cannot be read: " + e.getMessage(), ExitCodes.UNREADABLE);
        }
    }

    private static File[] jars(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return new File[] { place.toFile() };
        }
        if (!Files.isDirectory(place)) {
            return new File[0];
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(f -> f.toString().endsWith(".jar")).map(Path::toFile).toArray(File[]::new);
        }
    }

    URI address() {
        return address;
    }

    /** What it offers. */
    IQueryable<IInstallableUnit> load(IProgressMonitor monitor) throws InstallationException {
        try {
            SubMonitor progress = SubMonitor.convert(monitor, 2);
            agent.getService(IArtifactRepositoryManager.class).loadRepository(address, progress.newChild(1));
            return agent.getService(IMetadataRepositoryManager.class).loadRepository(address, progress.newChild(1));
        } catch (ProvisionException e) {
            throw new InstallationException(address + " cannot be read: " + e.getStatus().getMessage(), ExitCodes.UNREADABLE);
        }
    }

    /** So that updates are looked for there. */
    void remember() {
        if (made == null) {
            agent.getService(IArtifactRepositoryManager.class).addRepository(address);
            agent.getService(IMetadataRepositoryManager.class).addRepository(address);
        }
    }

    @Override
    public void close() {
        if (made == null) {
            return;
        }
        agent.getService(IArtifactRepositoryManager.class).removeRepository(address);
        agent.getService(IMetadataRepositoryManager.class).removeRepository(address);
        try (Stream<Path> files = Files.walk(made)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // it is in the folder for temporary files
        }
    }
}
